// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/save_anyway.h"

#include "core/record/validation.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

SaveAnyway::SaveAnyway(const QString &sentence, Reason reason, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(u"Keywork"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(label(tr("On file already?"), "cardTitle"));
    auto *said = label(sentence, "strong", true);
    said->setObjectName(u"onFileAlready"_s);
    said->setMinimumWidth(Theme::scaled(360));
    layout->addWidget(said);
    auto *back = button(tr("Go &back"), "primary");
    back->setObjectName(u"goBack"_s);
    auto *anyway = button(reason == Reason::Needed ? tr("&Save all the same") : tr("&Somebody else: save"));
    anyway->setObjectName(u"saveAnyway"_s);
    if (reason == Reason::Needed) {
        m_reason = labelledLine(layout, tr("Why both have it; kept in the history"), "anywayReason");
        m_reason->setMaxLength(200);
        connect(m_reason, &QLineEdit::returnPressed, this, &SaveAnyway::goOn);
    }
    m_message = label({}, "problem", true);
    layout->addWidget(m_message);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *one : {back, anyway}) {
        one->setAutoDefault(false); // Enter presses nothing that nobody chose
        buttons->addWidget(one);
    }
    buttons->addStretch();
    layout->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(anyway, &QPushButton::clicked, this, &SaveAnyway::goOn);
    m_reason ? m_reason->setFocus() : back->setFocus();
}

QString SaveAnyway::reason() const { return m_reason ? m_reason->text().trimmed() : QString(); }

void SaveAnyway::goOn()
{
    if (const Violations problems = m_reason ? reasonProblems({}, reason()) : Violations(); !problems.isEmpty()) {
        m_message->setText(words::violation(problems.first()));
        m_reason->setFocus();
        return;
    }
    accept();
}

} // namespace keywork
