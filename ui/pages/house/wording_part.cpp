// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/house/wording_part.h"

#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace keywork {

WordingPart::WordingPart(const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(rule());
    auto *title = label(tr("Wording of the agreement to share"), "cardTitle");
    layout->addWidget(title);
    m_version = label({}, "soft", true);
    layout->addWidget(m_version);
    m_text = new QPlainTextEdit;
    m_text->setObjectName(u"wording"_s);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(Theme::scaled(90));
    auto *above = label(tr("Wording"), "fieldLabel");
    above->setBuddy(m_text);
    layout->addWidget(above);
    layout->addWidget(m_text);
    auto *save = button(tr("Save as a new &version"));
    save->setObjectName(u"saveWording"_s);
    connect(save, &QPushButton::clicked, this, &WordingPart::save);
    layout->addWidget(save, 0, Qt::AlignLeft);
    showVersion();
}

void WordingPart::showVersion()
{
    const auto wording = m_services.agreements.wording();
    if (!wording) {
        m_version->setText(words::error(wording.error()));
        return;
    }
    m_text->setPlainText(words::label(wording->text.toUtf8().constData()));
    m_shown = m_text->toPlainText();
    m_version->setText(wording->versionNumber == 0 ? tr("As Keywork came. Each agreement keeps the words it was made with.")
                                                   : tr("Version %1, used from %2. Each agreement keeps the words it was made with.")
                                                         .arg(wording->versionNumber)
                                                         .arg(words::date(wording->fromOn)));
}

void WordingPart::saveIfChanged()
{
    if (m_text->toPlainText() != m_shown)
        save();
}

void WordingPart::save()
{
    if (m_kept == m_text->toPlainText())
        return; // pressed twice
    const auto kept = m_services.agreements.saveWording(m_text->toPlainText());
    m_navigator.answer(kept, tr("Saved"));
    if (!kept)
        return;
    showVersion();
    m_kept = m_shown;
}

} // namespace keywork
