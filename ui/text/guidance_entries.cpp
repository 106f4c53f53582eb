// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/guidance_entries.h"

#include "core/domain/guidance.h"
#include "core/domain/policy.h"
#include "core/domain/staff.h"
#include "core/services/house/guidance.h"
#include "core/services/house/policies.h"
#include "core/services/records/records.h"
#include "ui/text/say.h"
#include "ui/text/words.h"
#include "ui/text/words_guidance.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

using words::say;

GuidanceEntry entryOf(const Kept<HousePage> &page)
{
    return {GuidanceFrom::House, pageOf(page.value, page.id.value), page.id.value, page.version, page.value.reviewOn};
}

GuidanceEntry entryOf(const Kept<Policy> &policy)
{
    GuidanceEntry entry{
        GuidanceFrom::Policy, pageOf(policy.value, policy.id.value), policy.id.value, policy.value.versionNumber, policy.value.reviewOn};
    entry.page.words = {words::labelFor(policy.value.kind)};
    return entry;
}

GuidanceRuns plainCell(const QString &text) { return text.isEmpty() ? GuidanceRuns() : GuidanceRuns{{text, false}}; }

/// The help lines as a page with one table.
GuidanceEntry helpLinesEntry(const QList<Kept<HelpLine>> &lines, const QHash<qint64, QString> &team)
{
    GuidanceBlock table{.type = GuidanceBlock::Type::Table};
    QList<GuidanceRuns> head;
    for (const char *title : {QT_TRANSLATE_NOOP("words", "Help line"), QT_TRANSLATE_NOOP("words", "Telephone"),
             QT_TRANSLATE_NOOP("words", "What for, and when"), QT_TRANSLATE_NOOP("words", "Checked on, by")})
        head.append(plainCell(say(title)));
    table.rows.append(head);
    QStringList names;
    for (const Kept<HelpLine> &line : lines) {
        QStringList what{line.value.forWhat, line.value.hours};
        what.removeAll(QString());
        const QString by = team.value(line.value.checkedById.value);
        table.rows.append({plainCell(line.value.name), {{line.value.telephone, true}}, plainCell(what.join(u"; "_s)),
            plainCell(words::date(line.value.checkedOn) + (by.isEmpty() ? QString() : u", "_s + by))});
        names << line.value.name << line.value.telephone;
    }
    GuidanceEntry entry{.from = GuidanceFrom::HelpLines, .page = {}};
    entry.page.key = kHelpLinesKey;
    entry.page.title = say(QT_TRANSLATE_NOOP("words", "Help lines on file"));
    entry.page.words = QStringList{say(QT_TRANSLATE_NOOP("words", "telephone numbers"))} + names;
    entry.page.blocks = {table};
    return entry;
}

} // namespace

Result<QList<GuidanceEntry>> guidanceEntries(const Services &services)
{
    QList<GuidanceEntry> entries;
    for (const GuidancePage &page : shippedGuidance())
        entries.append({GuidanceFrom::Program, page});
    const Records &records = services.records;
    if (!records.mayRead(recordType<Policy>()))
        return entries;
    const auto pages = records.all<HousePage>({.orderBy = u"title"_s});
    const auto lines = records.all<HelpLine>({.orderBy = u"name"_s});
    const auto policies = latestPolicies(records);
    const auto team = records.all<Staff>();
    if (!pages || !lines || !policies || !team)
        return !pages ? pages.error() : !lines ? lines.error() : !policies ? policies.error() : team.error();
    for (const Kept<HousePage> &page : *pages)
        entries.append(entryOf(page));
    QHash<qint64, QString> names;
    for (const Kept<Staff> &member : *team)
        names.insert(member.id.value, member.value.name);
    if (!lines->isEmpty())
        entries.append(helpLinesEntry(*lines, names));
    for (const Kept<Policy> &policy : *policies)
        entries.append(entryOf(policy));
    return entries;
}

Result<GuidanceEntry> guidanceEntry(const Services &services, const QString &key)
{
    const auto entries = guidanceEntries(services);
    if (!entries)
        return entries.error();
    for (const GuidanceEntry &entry : *entries)
        if (entry.page.key == key)
            return entry;
    if (key.startsWith(u"policy-"_s)) {
        const auto earlier = services.records.one(Id<Policy>{key.section(u'-', 1).toLongLong()});
        return earlier ? Result<GuidanceEntry>(entryOf(*earlier)) : Result<GuidanceEntry>(earlier.error());
    }
    return Error{ErrorKind::NotFound, key, {}};
}

QString guidanceKeyOf(const QString &table, qint64 record)
{
    if (record <= 0)
        return {};
    if (table == QLatin1String(recordType<Policy>().table))
        return u"policy-"_s + QString::number(record);
    if (table == QLatin1String(recordType<HousePage>().table))
        return u"page-"_s + QString::number(record);
    return {};
}

namespace words {

QString whoseGuidance(const GuidanceEntry &entry)
{
    switch (entry.from) {
    case GuidanceFrom::Program:
        return {};
    case GuidanceFrom::House:
        return say(QT_TRANSLATE_NOOP("words", "our house's page, version %1")).arg(entry.version);
    case GuidanceFrom::HelpLines:
        return say(QT_TRANSLATE_NOOP("words", "kept by our house"));
    case GuidanceFrom::Policy:
        return say(QT_TRANSLATE_NOOP("words", "our policy, version %1")).arg(entry.version);
    }
    return {};
}

QString guidanceSource(const GuidanceEntry &entry)
{
    if (entry.from == GuidanceFrom::HelpLines)
        return say(QT_TRANSLATE_NOOP("words", "Numbers change: the day beside each says when somebody last checked it."));
    const QString review = entry.reviewOn ? say(QT_TRANSLATE_NOOP("words", "To be reviewed by %1.")).arg(date(*entry.reviewOn)) : QString();
    if (entry.from == GuidanceFrom::Policy)
        return (say(QT_TRANSLATE_NOOP("words", "Holds from %1.")).arg(date(entry.page.written)) + u' ' + review).trimmed();
    const QString source = sourceLine(entry.page);
    return (entry.from == GuidanceFrom::House ? source + u' ' + review
                                              : source + u' ' + say(QT_TRANSLATE_NOOP("words", "Please check it before you rely on it.")))
        .trimmed();
}

} // namespace words

} // namespace keywork
