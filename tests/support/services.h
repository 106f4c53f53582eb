// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/disclosure.h"
#include "core/services/care/intake.h"
#include "core/services/house/accounts.h"
#include "core/services/records/records.h"
#include "core/services/sharing/referrals.h"
#include "core/storage/database.h"
#include "core/storage/query.h"
#include "tests/support/test_hostel.h"

#include <QFile>

namespace keywork::test {

using namespace Qt::StringLiterals;

inline int historyRows(TestHostel &hostel)
{
    return valueOf(hostel.services().records.database(), u"SELECT count(*) FROM history"_s)->toInt();
}

inline ErrorKind kindOfError(const auto &result)
{
    REQUIRE_FALSE(bool(result));
    return result.error().kind;
}

inline Kept<Agency> anAgency(TestHostel &hostel, const QString &name = u"Wellbeing drug service"_s)
{
    Agency agency;
    agency.name = name;
    agency.category = {u"drug_alcohol_treatment"_s};
    return need(hostel.services().records.add(agency));
}

/// Somebody looked at what was open when this resident came.
inline void finishArrival(TestHostel &hostel, Id<Person> person)
{
    need(hostel.services().intake.finishArrival(need(hostel.services().intake.arrivalOf(person))->stay.id));
}

/// Makes a member of the team with a password and signs in as them.
inline void signInAs(TestHostel &hostel, const QString &name, Role role)
{
    const QString password = u"correct-horse-staple"_s;
    const auto member = need(hostel.services().records.add(Staff{.name = name, .role = role}));
    need(hostel.services().accounts.give(member, password));
    hostel.hostel.reset();
    auto opened = hostel.file->signIn(name, password);
    hostel.hostel = std::move(need(opened));
}

inline SharingAgreement agreement(Id<Person> person, Id<Agency> agency)
{
    SharingAgreement given;
    given.personId = person;
    given.agencyId = agency;
    given.state = AgreementState::InPart;
    given.fromOn = QDate(2026, 9, 2);
    given.untilOn = QDate(2027, 3, 2);
    return given;
}

/// A PDF stand-in that says in plain text what the pages would say; `inPdf` wraps it into the smallest PDF there is.
class TextRenderer final : public DocumentRenderer {
public:
    QByteArray referralPdf(const ReferralFacts &facts, const QString &fingerprint) const override
    {
        QString text = facts.person + u'\n' + facts.reason + u'\n' + fingerprint;
        for (const SharedSection &section : facts.sections) {
            text += u'\n' + QString::fromLatin1(codeOf(section.category));
            for (const SharedRecord &record : section.records)
                for (const SharedValue &value : record.values)
                    text += u'\n' + QString::fromUtf8(value.field->label) + u": "_s + value.text;
            for (const Kept<StageEntry> &entry : section.stages)
                text += u'\n' + QString::fromLatin1(codeOf(entry.value.stage));
            for (const SharedAssessment &assessment : section.assessments)
                for (const SharedAnswer &answer : assessment.answers)
                    text += u'\n' + answer.asked + u' ' + answer.answer;
            if (section.plan)
                for (const PlanSnapshot::AreaPart &part : section.plan->snapshot.areas)
                    for (const PlanSnapshot::Goal &goal : part.goals)
                        text += u'\n' + goal.statement;
        }
        return text.toUtf8();
    }
};

/// One empty page, as a PDF that libqpdf reads.
inline QByteArray smallestPdf()
{
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R/Size 4>>\n%%EOF\n";
}

class PdfStandIn final : public DocumentRenderer {
public:
    QByteArray referralPdf(const ReferralFacts &, const QString &) const override { return smallestPdf(); }
};

inline ReferralWish wishFor(
    Id<Person> person, Id<Agency> agency, const std::set<Category> &sections, const QString &reason = u"breathless on stairs"_s)
{
    return {person, agency, reason, sections};
}

/// Sends as a plain PDF into the hostel's folder.
inline Result<HandedOver> sendTo(TestHostel &hostel, const ReferralWish &wish, const QString &folder = {})
{
    return hostel.services().referrals.send(wish, {}, TextRenderer(), folder.isEmpty() ? hostel.folder.path() : folder);
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace keywork::test
