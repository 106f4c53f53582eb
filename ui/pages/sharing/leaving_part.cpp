// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sharing/leaving_part.h"

#include "core/services/house/passwords.h"
#include "ui/widgets/parts.h"

#include <QCheckBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

LeavingPart::LeavingPart(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_protect = tick(tr("P&DF with a passphrase"), tr("For e-mail and USB sticks. Holds the data for programs, too."), "protect");
    m_protect->setChecked(true);
    m_passphrase = labelledLine(layout, tr("Passphrase"), "passphrase");
    m_passphrase->setText(makePassphrase());
    layout->addWidget(label(tr("Tell it by telephone. Never send it along with the file."), "problem", true));
    auto *another = button(tr("Draw another passphrase"), "link");
    another->setObjectName(u"anotherPassphrase"_s);
    connect(another, &QPushButton::clicked, this, [this] { m_passphrase->setText(makePassphrase()); });
    layout->addWidget(another, 0, Qt::AlignLeft);
    layout->addWidget(rule());
    m_plain = tick(tr("PDF anybody can open"), tr("To print and hand over. Not for e-mail."), "plain");
    m_data = tick(tr("Data as a file of its own"), tr("FHIR, for systems that read it. Anybody can open it."), "data");
    connect(m_protect, &QCheckBox::toggled, m_passphrase, &QWidget::setEnabled);
    connect(m_protect, &QCheckBox::toggled, another, &QWidget::setEnabled);
}

QCheckBox *LeavingPart::tick(const QString &text, const QString &hint, const char *name)
{
    auto *box = new QCheckBox(text);
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleDescription(hint);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(box);
    column->addWidget(label(hint, "soft", true));
    return box;
}

ReferralForm LeavingPart::form() const
{
    return {.plainPdf = m_plain->isChecked(),
        .protectedPdf = m_protect->isChecked(),
        .data = m_data->isChecked(),
        .passphrase = m_passphrase->text()};
}

} // namespace keywork
