// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/places.h"

#include "core/domain/kinds.h"
#include "core/record/draft_place.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/appointments/place.h"
#include "ui/pages/audit/place.h"
#include "ui/pages/checks/place.h"
#include "ui/pages/desk/place.h"
#include "ui/pages/drug_alerts/place.h"
#include "ui/pages/guidance/place.h"
#include "ui/pages/handover/place.h"
#include "ui/pages/house/place.h"
#include "ui/pages/incidents/place.h"
#include "ui/pages/intake/place.h"
#include "ui/pages/partners/place.h"
#include "ui/pages/resident/place.h"
#include "ui/pages/resident/tabs.h"
#include "ui/pages/residents/place.h"
#include "ui/pages/settings/place.h"
#include "ui/pages/sharing/place.h"
#include "ui/pages/supplies/place.h"
#include "ui/pages/team/place.h"
#include "ui/pages/today/place.h"
#include "ui/pages/treatment/place.h"
#include "ui/shell/keys_page.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// The row of what is being typed, as far as its place tells.
Result<KeptRow> rowOf(const RecordType &type, const DraftPlace &draft, const Services &services)
{
    if (draft.record > 0)
        return services.records.one(type, draft.record);
    KeptRow fresh;
    fresh.row = emptyRow(type);
    for (const Tie tie : {Tie::Owner, Tie::Subject})
        if (const Field *field = draft.person > 0 ? type.tiedBy(tie) : nullptr)
            fresh.row.set(QString::fromLatin1(field->column), draft.person);
    return fresh;
}

} // namespace

const QList<PlaceInfo> &places()
{
    static const QList<PlaceInfo> all{
        todayPlace(),
        appointmentsPlace(),
        renewalsPlace(),
        residentsPlace(),
        newResidentPlace(),
        doublesPlace(),
        takeInTonightPlace(),
        referralsInPlace(), // before the resident: what is taken down has no record yet
        entryCriteriaPlace(),
        residentPlace(),
        deskPlace(),
        rollCallPlace(),
        roomsPlace(),
        roomListsPlace(),
        roomPlace(),
        movePlace(),
        nightsPlace(),
        newRoomsPlace(),
        incidentsPlace(),
        suppliesPlace(),
        handoverPlace(),
        patternsPlace(),
        drugAlertsPlace(),
        checksPlace(), // behind the resident: those of somebody who is none
        agencyPlace(), // before the partners: what is known of an agency is read there
        partnersPlace(),
        teamPlace(),
        guidancePlace(), // before the policies: they are read there
        policiesPlace(),
        ledgerPlace(),
        auditPlace(),
        settingsPlace(),
        backupsPlace(),
        restrictedRecordsPlace(),
        formsPlace(),
        retentionPlace(),
        substancesPlace(),
        keysPlace(),
    };
    return all;
}

const PlaceInfo *placeNamed(const QString &id)
{
    for (const PlaceInfo &place : places())
        if (id == QLatin1String(place.id))
            return &place;
    return nullptr;
}

QList<const PlaceInfo *> navigation(const Services &services)
{
    QList<const PlaceInfo *> shown;
    for (const PlaceInfo &place : places())
        if (place.isInNavigation && place.mayOpen(services))
            shown.append(&place);
    return shown;
}

QString navigationKey(qsizetype index)
{
    constexpr qsizetype kDigits = 9; // Ctrl+0 is for the size of the text
    return index < kDigits ? u"Ctrl+%1"_s.arg(index + 1) : u"Ctrl+F%1"_s.arg(index + 1 - kDigits);
}

QString titleOf(const PlaceInfo &place) { return QCoreApplication::translate("places", place.title); }

std::optional<Visit> visitTo(const KeptRow &kept)
{
    for (const PlaceInfo &place : places())
        if (const auto found = place.whereIs ? place.whereIs(kept) : std::nullopt)
            return found;
    return {};
}

std::optional<Visit> visitTo(const DraftPlace &draft, const Services &services)
{
    for (const PlaceInfo &place : places())
        if (place.draftPart && draft.part == QLatin1String(place.draftPart) && place.mayOpen(services))
            return Visit{.place = QString::fromLatin1(place.id), .person = draft.person};
    for (const ResidentTab &tab : residentTabs())
        if (tab.draftPart && draft.part == QLatin1String(tab.draftPart) && tab.mayOpen(services))
            return residentVisit(draft.person, QString::fromLatin1(tab.id), {draft.kind, draft.record});
    const RecordType *type = kindOf(draft.kind);
    const auto kept = type ? rowOf(*type, draft, services) : Result<KeptRow>(Error{});
    if (!kept)
        return {};
    for (const PlaceInfo &place : places()) {
        if (!place.whereIs || place.isForReading || !place.mayOpen(services))
            continue;
        if (auto found = place.whereIs(*kept)) {
            if (found->person == 0) // begun for somebody whom the record itself does not name
                found->person = draft.person;
            return found;
        }
    }
    return {};
}

} // namespace keywork
