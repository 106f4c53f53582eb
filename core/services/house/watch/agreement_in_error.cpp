// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/agreement.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> agreementInErrorDue(const WatchFacts &facts)
{
    const auto rows = latestWordsInError(facts.database());
    if (!rows)
        return rows.error();
    QHash<qint64, QDate> marked;
    for (const KeptRow &row : *rows)
        marked.insert(row.id, facts.clock().local(*row.withdrawnAt).date());
    return facts.ofRecordsOn<SharingAgreement>(
        rows, [&](const Kept<SharingAgreement> &agreement) { return marked.value(agreement.id.value); });
}

} // namespace

extern const WatchRule agreementInError{
    .code = "agreement_in_error",
    .category = Category::Identity,
    .mayKnow = managesPeople,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "Agreement"),
    .sentence = QT_TRANSLATE_NOOP("watch",
        "Marked as entered in error on {date}: what was said about sharing with {agency}. Nothing leaves until they are asked anew."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n agreements entered in error"),
    .opensTab = "sharing",
    .due = agreementInErrorDue,
};

} // namespace keywork
