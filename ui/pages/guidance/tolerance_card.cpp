// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/guidance/tolerance_card.h"

#include "core/services/house/policies.h"
#include "core/services/records/records.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/guidance/policy_part.h"
#include "ui/pages/house/records_page.h"
#include "ui/text/guidance_entries.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString inGuidance(const char *text) { return QCoreApplication::translate("guidance", text); }

} // namespace

QWidget *toleranceCard(const Services &services, const Navigator &navigator)
{
    if (!services.records.mayRead(recordType<Policy>()))
        return nullptr;
    const auto holds = policyOn(services.records, PolicyKind::Tolerance, services.records.today());
    if (!holds || !*holds)
        return nullptr;
    const Kept<Policy> &policy = **holds;
    auto *card = new Card(inGuidance("What holds in this house"));
    card->setObjectName(u"tolerance"_s);
    card->body()->addWidget(
        label(inGuidance("%1, version %2").arg(breakable(policy.value.title), QString::number(policy.value.versionNumber)), "soft", true));
    auto *parts = columnsOrRows(14);
    for (const auto &[title, words] : {std::pair{QT_TRANSLATE_NOOP("guidance", "Inside"), policy.value.inside},
             {QT_TRANSLATE_NOOP("guidance", "Outside"), policy.value.outside},
             {QT_TRANSLATE_NOOP("guidance", "On return"), policy.value.onReturn}}) {
        auto *column = new QVBoxLayout;
        column->setSpacing(2);
        column->addWidget(label(inGuidance(title), "strong"));
        column->addWidget(label(breakable(words), "", true));
        column->addStretch();
        parts->addLayout(column, 1);
    }
    card->body()->addLayout(parts);
    card->body()->addWidget(label(
        inGuidance(
            "Section 8 of the Misuse of Drugs Act 1971 lists production, supply or offering, opium, and smoking cannabis. What else was "
            "seen is “other use”: "
            "welfare and harm reduction, until a manager's legal check says otherwise."),
        "soft", true));
    auto *links = new QWidget;
    auto *line = new FlowLayout(8, links);
    auto *whole = button(inGuidance("The whole policy"), "link");
    whole->setObjectName(u"wholePolicy"_s);
    QObject::connect(whole, &QPushButton::clicked, card, [navigator, id = policy.id.value] {
        navigator.visit({.place = u"guidance"_s, .tab = guidanceKeyOf(QString::fromLatin1(recordType<Policy>().table), id)});
    });
    line->addWidget(whole);
    if (QWidget *law = section8Link(navigator))
        line->addWidget(law);
    card->body()->addWidget(links);
    return card;
}

void showToleranceBelow(
    RecordsPage *page, const Services &services, const Navigator &navigator, const std::function<bool(const Row &)> &fits)
{
    QObject::connect(page, &RecordsPage::formShown, page, [page, services, navigator, fits](bool isShown) {
        RecordEditor *editor = isShown ? page->editor() : nullptr;
        QLayout *place = editor && editor->parentWidget() ? editor->parentWidget()->layout() : nullptr;
        QWidget *card = place ? toleranceCard(services, navigator) : nullptr;
        if (!card)
            return;
        place->addWidget(card);
        const auto show = [editor, card, fits] { card->setVisible(fits(editor->form()->row())); };
        QObject::connect(editor->form(), &RecordForm::edited, card, show);
        show();
    });
}

} // namespace keywork
