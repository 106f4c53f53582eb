// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/ledger.h"

using namespace Qt::StringLiterals;

namespace keywork::test {

bool Ledger::note(const QString &line)
{
    const QStringList parts = line.split(u'\t');
    const QString &what = parts.first();
    if (what == u"saved" || what == u"withdrawn") {
        const qint64 version = parts.value(3).toLongLong();
        const bool withdrawn = what == u"withdrawn";
        saves.insert(parts.value(2), {parts.value(1), parts.value(2), version, withdrawn, fieldsOf(parts.value(2), version - withdrawn)});
    } else if (what == u"draft") {
        drafts.insert(parts.value(1), parts.value(2));
    } else if (what == u"discarding") {
        drafts.remove(parts.value(1));
        discarded.removeAll(parts.value(1));
    } else if (what == u"discarded") {
        discarded.append(parts.value(1));
    } else if (what == u"key") {
        keys.insert(parts.value(1), parts.value(2));
    } else if (what == u"wrong") {
        complaints.append(parts.mid(1).join(u' '));
    } else {
        return false;
    }
    return true;
}

QMap<QString, QString> fieldsOf(const QString &word, qint64 version)
{
    // Between one page and a small part of one, so that saves end anywhere on a page.
    size_t size = size_t(version) * 7;
    for (const QChar c : word)
        size = size * 31 + c.unicode();
    const QString filler = u"breathless on the stairs "_s.repeated(qsizetype(size % 70));
    return {
        {u"given_name"_s, word},
        {u"family_name"_s, u"Łódź-Zoë 😀"_s},
        {u"telephone"_s, u"07700 %1"_s.arg(900'000 + version)},
        {u"conditions"_s, u"%1 version %2 %3"_s.arg(word).arg(version).arg(filler).trimmed()},
    };
}

QString referrerOf(const QString &word) { return u"Outreach for "_s + word; }

} // namespace keywork::test
