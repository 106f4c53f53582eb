// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/sharing_documents.h"

#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/disclosures.h"
#include "ui/print/say.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::print {

namespace {

/// Whom and where a paper about sharing speaks of.
struct Sides {
    House house;
    Person person;
    Agency agency;
};

Result<Sides> sidesOf(const Services &services, Id<Person> person, Id<Agency> agency)
{
    const auto house = services.records.all<House>();
    const auto who = services.records.one(person);
    if (!who)
        return who.error();
    if (!house || house->isEmpty())
        return Error{ErrorKind::Storage, u"house"_s, {}};
    Sides sides{house->first().value, who->value, {}};
    if (agency) {
        const auto whom = services.records.one(agency);
        if (!whom)
            return whom.error();
        sides.agency = whom->value;
    }
    return sides;
}

Document begun(const Sides &sides, const QString &title, QDate day)
{
    Document document;
    document.title = title;
    document.footLeft = sides.house.name;
    document.footMiddle = sides.person.displayName() + u" · "_s + say("contains sensitive personal data");
    document.add(sideBySide(together({text({{title, true, false}}, 17, 2), text({{words::longDate(day), false, true}}, 9.5, 0)}),
        rightText(sides.house.name + u'\n' + sides.house.address + u'\n' + sides.house.telephone), 0.66));
    return document;
}

Table disclosureTable(const Services &services, const QList<Kept<Disclosure>> &disclosures)
{
    Table rows;
    rows.shares = {0.14, 0.22, 0.24, 0.40};
    rows.head = {say("Day"), say("What"), say("To whom"), say("What was in it, and why")};
    for (const Kept<Disclosure> &kept : disclosures) {
        const Disclosure &left = kept.value;
        QStringList about{words::categories(left.sections), left.kind == DisclosureKind::Referral ? left.reason : QString(),
            words::labelFor(left.basis), left.left ? QString() : say("It did not leave.")};
        about.removeAll(QString());
        rows.rows.append(QList<Runs>{Runs{{words::date(services.records.clock().local(kept.createdAt).date())}},
            Runs{{words::labelFor(left.kind)}}, Runs{{left.recipient}}, Runs{{about.join(u'\n')}}});
    }
    return rows;
}

/// For the letter: how they find what they hold.
Table heldTable(const Services &services, const QList<Kept<Disclosure>> &disclosures)
{
    Table rows;
    rows.shares = {0.18, 0.18, 0.64};
    rows.head = {say("Sent on"), say("Our reference"), say("What was in it")};
    for (const Kept<Disclosure> &kept : disclosures) {
        const auto referral = services.records.one(kept.value.referralId);
        rows.rows.append(QList<Runs>{Runs{{words::date(services.records.clock().local(kept.createdAt).date())}},
            Runs{{referral ? referral->value.number : QString()}}, Runs{{words::categories(kept.value.sections)}}});
    }
    return rows;
}

} // namespace

Result<Document> agreementForm(const Services &services, const SharingAgreement &agreement, const std::set<Category> &ticked)
{
    const auto sides = sidesOf(services, agreement.personId, agreement.agencyId);
    if (!sides)
        return sides.error();
    Document document = begun(*sides, say("Agreement to share"), services.records.today());
    document.add(text({{sides->person.displayName(), true, false}}, 13, 8));
    document.add(boxed({text({{agreement.wording}}, 12, 2)}));
    document.add(text({{say("With whom") + u"  "_s, true, false}, {sides->agency.name}}, 12, 4));
    if (agreement.untilOn)
        document.add(text({{say("Until") + u"  "_s, true, false}, {words::longDate(*agreement.untilOn)}}, 12, 8));
    document.add(heading(say("What may be shared"), say("tick only what you agree to")));
    for (const Category category : Agreements::offered())
        document.add(text({{toTick(words::labelFor(category), ticked.contains(category))}}, 12, 5));
    // Said below the ticks as well: a house's own wording may be older than this rule.
    document.add(text({{say("What the care plan says about health, substance use, debt or the court leaves only when that is ticked, too."),
                          false, true}},
        11, 8));
    document.add(text({{say("Saying no to any of it, or to all of it, is fine. You get a copy of everything that is sent.")}}, 11, 14));
    document.add(together({signatureLines(say("Signed, %1").arg(sides->person.displayName()), say("Date")),
        signatureLines(say("Member of staff"), say("Date"))}));
    return document;
}

Result<Document> withdrawalLetter(const Services &services, const SharingAgreement &agreement)
{
    const auto sides = sidesOf(services, agreement.personId, agreement.agencyId);
    if (!sides)
        return sides.error();
    const auto held = services.agreements.heldBy(agreement.personId, agreement.agencyId);
    if (!held)
        return held.error();
    Document document = begun(*sides, say("An agreement to share has ended"), services.records.today());
    document.add(text({{sides->agency.name + u'\n' + sides->agency.address}}, 10.5, 14));
    const QDate day = agreement.withdrawnOn.value_or(services.records.today());
    document.add(text({{say("%1 has withdrawn the agreement that we share information with you. From %2 on we send you nothing more.")
                              .arg(sides->person.displayName(), words::longDate(day))}},
        10.5, 8));
    document.add(text({{say("Please don't pass on what you hold from us, and tell us what you still need to keep, and why.")}}, 10.5, 10));
    document.add(heading(say("What you hold from us")));
    if (held->isEmpty())
        document.add(text({{say("Nothing was sent."), false, true}}));
    else
        document.add(table(heldTable(services, *held)));
    document.add(together({text({{say("With kind regards")}}, 10.5, 26), text({{services.records.session().name()}}, 10.5, 0),
        text({{sides->house.name, false, true}}, 9.5, 0)}));
    return document;
}

Result<ForThem> whoHasMyData(const Services &services, Id<Person> person)
{
    const auto sides = sidesOf(services, person, {});
    if (!sides)
        return sides.error();
    auto left = services.disclosures.about(person);
    const auto reasons = services.records.of<LawfulReason>("person_id", person);
    if (!left || !reasons)
        return left ? reasons.error() : left.error();
    const qsizetype all = left->size();
    left->removeIf([&reasons](const Kept<Disclosure> &kept) {
        return std::any_of(reasons->cbegin(), reasons->cend(), [&kept](const Kept<LawfulReason> &reason) {
            return reason.id == kept.value.lawfulId && reason.value.told != PersonTold::Told;
        });
    });
    Document document = begun(*sides, say("Who has my data"), services.records.today());
    document.add(text({{say("For %1: what left this house with your data, newest first. Ask any member of staff what it held, what "
                            "became of it, or to stop sharing.")
                              .arg(sides->person.displayName())}},
        11, 10));
    if (left->isEmpty())
        document.add(text({{say("Nothing has left."), true, false}}, 11, 6));
    else
        document.add(table(disclosureTable(services, *left)));
    return ForThem{document, int(all - left->size())};
}

} // namespace keywork::print
