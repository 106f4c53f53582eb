// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/sharing/referral_wizard.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

DraftPlace place(Id<Person> person) { return {u"passphrase"_s, 0, person.value}; }

} // namespace

Done keepPassphrase(const Services &services, Id<Person> person, const QString &number, const QString &passphrase)
{
    QJsonObject waiting = waitingPassphrases(services, person);
    waiting.insert(number, passphrase);
    return services.drafts.keep(place(person), waiting);
}

QJsonObject waitingPassphrases(const Services &services, Id<Person> person) { return services.drafts.at(place(person)); }

Done forgetPassphrases(const Services &services, Id<Person> person) { return services.drafts.discard(place(person)); }

} // namespace keywork
