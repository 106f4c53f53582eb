// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
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
    return services.records.keepDraft(place(person), waiting);
}

QJsonObject waitingPassphrases(const Services &services, Id<Person> person) { return services.records.draft(place(person)); }

Done forgetPassphrases(const Services &services, Id<Person> person) { return services.records.discardDraft(place(person)); }

} // namespace keywork
