// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/new_referral.h"

#include "core/record/row_text.h"
#include "core/services/care/intake.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/residents/on_file_already.h"
#include "ui/text/person_details.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// A referral is not decided while it is taken down.
const QStringList kDecidedLater{u"decided_on"_s, u"decided_why"_s, u"pointed_to"_s, u"waiting_since"_s, u"waiting_place"_s};

} // namespace

QStringList NewReferral::askedLater()
{
    QStringList later;
    const QStringList now{u"given_name"_s, u"family_name"_s, u"preferred_name"_s, u"pronouns"_s, u"born_on"_s, u"born_on_estimated"_s,
        u"telephone"_s, u"safe_contact"_s, u"languages"_s};
    for (const Field &field : recordType<Person>().fields)
        if (const QString column = QString::fromLatin1(field.column); !now.contains(column))
            later.append(column);
    return later;
}

Row NewReferral::freshRow(const Services &services)
{
    ReferralIn referral;
    referral.receivedOn = services.records.today();
    referral.heldById = services.records.session().staff();
    return toRow(referral);
}

NewReferral::NewReferral(Id<Person> person, const Row &start, const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_navigator(navigator)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *columns = columnsOrRows(14);
    whole->addLayout(columns);
    auto *card = new Card(tr("New referral"), tr("only what is known now; the rest can follow"));
    columns->addWidget(ownScroll(card), 3);
    if (person) {
        card->body()->addWidget(knownPerson(person, start));
    } else {
        card->body()->addWidget(typedPerson(start));
        m_onFile = new OnFileAlready(m_editor->form(), services, OnFileAlready::Offer::ThisIsThem);
        auto *right = new QVBoxLayout;
        right->addWidget(m_onFile);
        right->addStretch();
        columns->addLayout(right, 1);
        connect(m_editor, &RecordEditor::saved, m_onFile, &OnFileAlready::noteLooked);
        connect(m_onFile, &OnFileAlready::chosen, this, [this](Id<Person> one) {
            const Row typed = m_referral->row();
            disconnect(m_editor, &RecordEditor::cancelled, this, nullptr);
            m_editor->cancel(); // the draft goes on as that of somebody on file
            Q_EMIT chosen(one, typed);
        });
        if (m_editor->isTouched()) // what was typed earlier may be somebody on file, too
            m_onFile->look();
    }
    connect(m_editor, &RecordEditor::saved, this, &NewReferral::saved, Qt::QueuedConnection);
    connect(m_editor, &RecordEditor::cancelled, this, &NewReferral::cancelled, Qt::QueuedConnection);
    m_editor->form()->focusFirst();
}

QWidget *NewReferral::typedPerson(const Row &start)
{
    m_referral = new RecordForm(recordType<ReferralIn>(), m_services, kDecidedLater);
    m_referral->load(start);
    RecordEditor::Setup setup{.type = recordType<Person>(),
        .title = {},
        .start = emptyRow(recordType<Person>()),
        .place = {.kind = u"referral_in"_s},
        .hidden = askedLater(),
        .save = [this](const Row &row) { return keepBoth(row); },
        .saveText = tr("Keep the referral"),
        .extra = m_referral,
        .readExtra = [this] { return toJson(m_referral->row()); },
        .writeExtra = [this](const QJsonObject &draft) { m_referral->load(fromJson(recordType<ReferralIn>(), draft)); },
        .doubt = [this](const Row &row) { return m_onFile->likelyDouble(row); }};
    m_editor = new RecordEditor(setup, m_services);
    connect(m_referral, &RecordForm::edited, m_editor, &RecordEditor::markEdited);
    return m_editor;
}

QWidget *NewReferral::knownPerson(Id<Person> person, const Row &start)
{
    const auto line = m_services.people.line(person);
    RecordEditor::Setup setup{.type = recordType<ReferralIn>(),
        .title = line ? words::personLine(*line) : QString(),
        .start = start,
        .place = {u"referral_in"_s, 0, person.value},
        .hidden = kDecidedLater,
        .save = [this, person](const Row &row) { return keepReferral(person, row); },
        .saveText = tr("Keep the referral")};
    m_editor = new RecordEditor(setup, m_services);
    return m_editor;
}

Done NewReferral::keepReferral(Id<Person> person, const Row &row)
{
    const auto referral = recordType<ReferralIn>().fromRow(row);
    if (!referral)
        return invalid(m_services.records.check(row));
    const auto kept = m_services.intake.refer(person, *referral);
    if (!kept)
        return kept.error();
    m_kept = kept->id;
    return {};
}

Done NewReferral::keepBoth(const Row &row)
{
    const auto person = recordType<Person>().fromRow(row);
    const auto referral = recordType<ReferralIn>().fromRow(m_referral->row());
    if (!person || !referral) { // a date that can't be read: say so beside its field
        Row checked = m_referral->row();
        checked.set(u"person_id"_s, qint64(1)); // the person who is about to get an id
        Violations violations = m_services.records.check(row);
        violations += m_referral->showViolations(m_services.records.check(checked));
        return invalid(violations);
    }
    const auto kept = m_services.intake.refer(*person, *referral);
    if (kept) {
        m_kept = kept->id;
        return {};
    }
    Error error = kept.error();
    Violations ofReferral;
    Violations ofPerson;
    for (Violation violation : error.violations) {
        const bool isReferral = violation.column.startsWith(u"referral."_s);
        if (isReferral)
            violation.column.remove(0, 9);
        (isReferral ? ofReferral : ofPerson).append(violation);
    }
    error.violations = ofPerson + m_referral->showViolations(ofReferral);
    return error;
}

} // namespace keywork
