// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations/steps.h"
#include "core/storage/migrator.h"

namespace keywork {

const QList<Migration> &migrations()
{
    static const QList<Migration> all{
        firstSchema(),
        belongings(),
        bloodBorneViruses(),
        photosAndAccess(),
        fullerPerson(),
        directory(),
        sharingDoneProperly(),
        trustworthy(),
        happenings(),
        appointmentsAndIncidents(),
        typedDrafts(),
        listIndexes(),
        watchSnooze(),
        movesBetweenRooms(),
        referralDocumentIds(),
        nameKeys(),
        whoCarriesSteps(),
    };
    return all;
}

} // namespace keywork
