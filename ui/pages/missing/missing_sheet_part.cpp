// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/missing/missing_sheet_part.h"

#include "core/domain/agency.h"
#include "core/services/records/records.h"
#include "ui/pages/sharing/lawful_part.h"
#include "ui/print/missing_sheet.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QCheckBox>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kRiskHeight = 56;

QComboBox *choiceUnder(QVBoxLayout *layout, const QString &title, const char *name)
{
    auto *box = new ChoiceBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    auto *above = label(title, "fieldLabel");
    above->setBuddy(box);
    layout->addWidget(above);
    layout->addWidget(box);
    layout->addWidget(box->inFull());
    return box;
}

} // namespace

MissingSheetPart::MissingSheetPart(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_person(person)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(rule());
    layout->addWidget(label(tr("Missing-person sheet"), "cardTitle"));
    layout->addWidget(
        label(tr("One page, without drugs, medicine or health. Only what you write below of immediate risk is added."), "soft", true));
    buildChoices(layout);
    m_lawful = new LawfulPart;
    layout->addWidget(m_lawful);
    m_problem = label({}, "problem", true);
    m_problem->setObjectName(u"sheetProblem"_s);
    m_problem->hide();
    layout->addWidget(m_problem);
    auto *line = wrappingLine(8);
    auto *see = button(tr("Look at the sheet…"), "primary");
    see->setObjectName(u"lookAtSheet"_s);
    connect(see, &QPushButton::clicked, this, &MissingSheetPart::look, Qt::QueuedConnection);
    line->addWidget(see);
    auto *close = button(tr("Cancel"));
    close->setObjectName(u"closeSheet"_s);
    connect(close, &QPushButton::clicked, this, &MissingSheetPart::closed, Qt::QueuedConnection);
    line->addWidget(close);
    layout->addLayout(line);
}

void MissingSheetPart::buildChoices(QVBoxLayout *layout)
{
    m_police = choiceUnder(layout, tr("For which police"), "sheetPolice");
    if (const auto agencies = m_services.records.all<Agency>({.orderBy = u"name"_s}))
        for (const Kept<Agency> &agency : *agencies)
            if (agency.value.category.code == u"police")
                m_police->addItem(agency.value.name, agency.id.value);
    if (m_police->count() == 0)
        m_police->addItem(tr("No police on file: add them under Partners"), 0);
    m_photo = choiceUnder(layout, tr("Photo on the sheet"), "sheetPhoto");
    for (const PhotoOnSheet photo : allOf<PhotoOnSheet>())
        m_photo->addItem(words::labelFor(photo), int(photo));
    auto *above = label(tr("Immediate risk that the police have to know, in your words (may stay empty)"), "fieldLabel", true);
    m_risk = new QPlainTextEdit;
    m_risk->setObjectName(u"sheetRisk"_s);
    m_risk->setTabChangesFocus(true);
    m_risk->setFixedHeight(Theme::scaled(kRiskHeight));
    above->setBuddy(m_risk);
    layout->addWidget(above);
    layout->addWidget(m_risk);
    m_tellsHealth = new QCheckBox(tr("These words tell something of health or medicine, because the danger is there"));
    m_tellsHealth->setObjectName(u"sheetTellsHealth"_s);
    layout->addWidget(m_tellsHealth);
}

MissingSheetWish MissingSheetPart::wish() const
{
    MissingSheetWish wish;
    wish.personId = m_person;
    wish.photo = PhotoOnSheet(m_photo->currentData().toInt());
    wish.immediateRisk = m_risk->toPlainText().trimmed();
    wish.tellsHealth = m_tellsHealth->isChecked();
    wish.reason = m_lawful->reason();
    wish.reason.agencyId = {m_police->currentData().toLongLong()};
    return wish;
}

void MissingSheetPart::look()
{
    const MissingSheetWish decided = wish();
    const auto about = aboutMissingSheet(m_services.records, decided);
    const auto sheet = about ? print::missingSheet(m_services, decided) : Result<print::Document>(about.error());
    if (!sheet && sheet.error().kind == ErrorKind::Invalid && !sheet.error().violations.isEmpty()) {
        const Violation &first = sheet.error().violations.first();
        showMessage(m_problem,
            first.column == u"agency_id" ? tr("Say for which police. Under Partners they can be added.") : words::violation(first));
        first.column == u"agency_id" ? m_police->setFocus() : m_lawful->because()->setFocus();
        return;
    }
    if (!sheet)
        return m_navigator.refuse(sheet.error());
    showMessage(m_problem, {});
    const auto person = m_services.records.one(m_person);
    m_navigator.preview({.document = *sheet,
        .title = tr("Missing-person sheet"),
        .fileName = u"missing-person-"_s + (person ? person->value.number : QString()),
        .about = *about,
        .mayStill = [services = m_services, decided](Disclosure &out) { return keepMissingReason(services.records, decided, out); }});
}

} // namespace keywork
