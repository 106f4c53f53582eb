// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/guidance/place.h"

#include "core/base/text.h"
#include "core/domain/guidance.h"
#include "core/domain/policy.h"
#include "core/services/house/guidance.h"
#include "core/services/house/policies.h"
#include "core/services/records/records.h"
#include "ui/forms/generic_editor.h"
#include "ui/pages/guidance/guidance_reader.h"
#include "ui/pages/guidance/policy_part.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/resident/tabs.h"
#include "ui/text/guidance_entries.h"
#include "ui/text/words.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

void openGuidanceHere(const PlaceContext &here)
{
    if (here.visit.place == u"guidance")
        return;
    const GuidancePage *page = guidanceFor(shippedGuidance(), guidanceKeysAt(here.visit));
    here.navigator.visit({.place = u"guidance"_s, .tab = page ? page->key : QString()});
}

QWidget *makeReader(const PlaceContext &here) { return new GuidanceReader(here.visit.tab, here.services, here.navigator); }

/// Reviewed in a year unless somebody says otherwise.
GenericEditing newPolicy(const Services &services)
{
    Policy policy;
    policy.ownerId = services.records.session().staff();
    policy.validFrom = services.records.today();
    policy.reviewOn = nextPolicyReview(policy.validFrom);
    GenericEditing editing{.start = toRow(policy)};
    editing.start.set(u"kind"_s, emptyText()); // to be chosen
    return editing;
}

/// One press for whoever has just rung or looked up the number.
QWidget *checkedTodayButton(const Kept<HelpLine> &line, const Services &services, const Navigator &navigator)
{
    auto *checked = button(QCoreApplication::translate("places", "I checked the number today"));
    checked->setObjectName(u"helpLineChecked"_s);
    checked->setEnabled(services.records.mayChange(recordType<HelpLine>()));
    QObject::connect(
        checked, &QPushButton::clicked, checked,
        [line, services, navigator] {
            Kept<HelpLine> now = line;
            now.value.checkedOn = services.records.today();
            now.value.checkedById = services.records.session().staff();
            navigator.answer(services.records.amend(now), QCoreApplication::translate("places", "Saved"));
            navigator.visit({.place = u"policies"_s, .record = {QString::fromLatin1(recordType<HelpLine>().table), line.id.value}});
        },
        Qt::QueuedConnection); // the form is made anew
    return checked;
}

QWidget *makePolicies(const PlaceContext &here)
{
    const QString title = QCoreApplication::translate("places", "Policies and pages");
    auto *page = new KindsPage(Place::Guidance, title, {}, here.services, here.navigator);
    auto *read = button(QCoreApplication::translate("places", "Read the guidance"));
    read->setObjectName(u"readGuidance"_s);
    QObject::connect(read, &QPushButton::clicked, page, [navigator = here.navigator] { navigator.openPlace(u"guidance"_s); });
    page->addToTitle(read);
    if (RecordsPage *policies = page->page(QString::fromLatin1(recordType<Policy>().table)))
        policies->beginNewWith(words::label(recordType<Policy>().newOne), [services = here.services] { return newPolicy(services); });
    QObject::connect(
        page, &KindsPage::opened, page, [services = here.services, navigator = here.navigator](const KeptRow &row, QVBoxLayout *below) {
            if (row.row.type == &recordType<Policy>())
                below->addWidget(new PolicyPart({row.id}, services, navigator));
            if (const auto line = row.row.type == &recordType<HelpLine>() ? asKind<HelpLine>(row) : Result<Kept<HelpLine>>(Error{}))
                below->addWidget(checkedTodayButton(*line, services, navigator), 0, Qt::AlignLeft);
        });
    return page;
}

std::optional<Visit> whereRead(const KeptRow &kept)
{
    const QString key = guidanceKeyOf(QString::fromLatin1(kept.row.type->table), kept.id);
    if (key.isEmpty())
        return {};
    return Visit{.place = u"guidance"_s, .tab = key};
}

} // namespace

QStringList guidanceKeysAt(const Visit &here)
{
    QStringList keys;
    if (here.place == u"resident") {
        keys.append(here.tab.isEmpty() ? QString::fromLatin1(residentTabs().first().id) : here.tab);
        if (here.tab == u"harm-reduction")
            keys.append(u"needle-exchange"_s);
        keys.append(u"residents"_s);
    }
    keys.append(here.place);
    static const QHash<QString, QString> nearest{{u"new-rooms"_s, u"rooms"_s}, {u"room-lists"_s, u"rooms"_s}, {u"room"_s, u"rooms"_s},
        {u"move"_s, u"rooms"_s}, {u"nights"_s, u"rooms"_s}, {u"doubles"_s, u"residents"_s}, {u"agency"_s, u"partners"_s},
        {u"house"_s, u"settings"_s}, {u"backups"_s, u"settings"_s}, {u"restricted"_s, u"settings"_s}, {u"forms"_s, u"settings"_s},
        {u"retention"_s, u"settings"_s}, {u"substances"_s, u"settings"_s}, {u"keys"_s, u"settings"_s}, {u"supplies"_s, u"naloxone"_s},
        {u"checks"_s, u"welfare-checks"_s}, {u"patterns"_s, u"incidents"_s}};
    if (nearest.contains(here.place))
        keys.append(nearest.value(here.place));
    return keys;
}

QStringList guidanceKeysBeside()
{
    return {u"overdose"_s, u"naloxone"_s, u"needle-exchange"_s, u"visitors"_s, u"handover"_s, u"needs"_s, u"reports"_s, u"welfare-checks"_s,
        u"drug-alerts"_s, u"move-on"_s, u"safeguarding"_s, u"section-8"_s, u"training"_s, u"supervision"_s, u"co-production"_s,
        u"complaints"_s, u"help-lines"_s, u"settings"_s};
}

PlaceInfo guidancePlace()
{
    return {.id = "guidance",
        .title = QT_TRANSLATE_NOOP("places", "Guidance"),
        .isInNavigation = true,
        .isForReading = true,
        .mayOpen = worksInHouse,
        .make = makeReader,
        .whereIs = whereRead,
        .actions = {{QT_TRANSLATE_NOOP("places", "Guidance for where you are"), openGuidanceHere, worksInHouse, QKeySequence(u"F1"_s)}}};
}

PlaceInfo policiesPlace()
{
    return {.id = "policies",
        .title = QT_TRANSLATE_NOOP("places", "Policies and pages"),
        .foundAs = QT_TRANSLATE_NOOP("places", "Policies, help lines, pages of our own"),
        .under = "guidance",
        .mayOpen = [](const Services &services) { return mayReadAnyOf(Place::Guidance, services); },
        .make = makePolicies,
        .whereIs = [](const KeptRow &kept) { return whereListed("policies", Place::Guidance, kept); }};
}

} // namespace keywork
