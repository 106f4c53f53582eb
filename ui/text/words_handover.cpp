// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/words_handover.h"

#include "core/domain/kinds.h"
#include "core/domain/stay.h"
#include "core/rules/read_aloud.h"
#include "core/services/records/names.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "ui/text/say.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"
#include "ui/text/words_watch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::words {

namespace {

/// Names with rooms of those who are here, and names of others, as whoever is signed in may see them.
class WhoIsMeant {
public:
    WhoIsMeant(const QList<qint64> &people, const Services &services)
    {
        const auto here = services.people.residents(ResidentGroup::HereNow);
        for (const ResidentLine &line : here ? *here : QList<ResidentLine>())
            m_names.insert(line.person.id.value,
                line.room.isEmpty() ? line.person.value.displayName()
                                    : say(QT_TRANSLATE_NOOP("words", "%1, room %2")).arg(line.person.value.displayName(), line.room));
        QList<qint64> others;
        for (const qint64 person : people)
            if (!m_names.contains(person))
                others.append(person);
        const auto rows = others.isEmpty() ? Result<QList<KeptRow>>(QList<KeptRow>()) : services.records.some(recordType<Person>(), others);
        for (const KeptRow &row : rows ? *rows : QList<KeptRow>())
            if (const auto person = asKind<Person>(row))
                m_names.insert(row.id, person->value.displayName());
    }
    QString of(qint64 person) const { return m_names.value(person); }

private:
    QHash<qint64, QString> m_names;
};

QString timeOfLine(const HandoverLine &line, const Clock &clock)
{
    if (!line.at)
        return {};
    const QDateTime local = clock.local(*line.at);
    if (line.isDay)
        return local.date() == clock.today() ? QString() : weekday(local.date(), clock.today());
    const bool isNear = local.date() == clock.today();
    const QString at = isNear ? time(local) : weekday(local.date(), clock.today()) + u' ' + time(local);
    return line.section == HandoverSection::Due && line.kind == u"handover_item" ? say(QT_TRANSLATE_NOOP("words", "by %1")).arg(at) : at;
}

QString sentenceOf(const ToHandOver &told, const Names &names, const Services &services)
{
    if (told.due)
        return watchTitle(*told.due) + u": "_s + watchSentence(*told.due, services.records.today());
    if (told.item)
        return told.item->value.what;
    if (told.moved)
        return filled(say(QT_TRANSLATE_NOOP("words", "Moved to room {room_id}")), [&](const QString &column) {
            const Field *field = recordType<Stay>().fieldNamed(column);
            return field ? value(told.moved->row, *field, services.records.choices(), names, services.records.clock()) : QString();
        });
    return told.happened ? happening(*told.happened, names, services.records.choices(), services.records.clock()) : QString();
}

/// The words of each, in their order; what may not be read has none.
QStringList sentencesOf(const QList<ToHandOver> &told, const Services &services)
{
    QList<KeptRow> rows;
    for (const ToHandOver &one : told) {
        if (one.happened)
            rows.append(one.happened->record);
        if (one.moved)
            rows.append(*one.moved);
    }
    keywork::Names learned(services.records);
    learned.learn(rows);
    const Names names = namesFrom(learned);
    QStringList sentences;
    for (const ToHandOver &one : told)
        sentences.append(sentenceOf(one, names, services));
    return sentences;
}

/// A line of Today that is about no resident says in its own words whom or what it is about.
QString subjectOf(const ToHandOver &told) { return told.due && told.people.isEmpty() ? watchSubject(*told.due) : QString(); }

/// Puts a text behind the others, or together with one that says the same of somebody else.
void addHandedText(QList<HandoverText> &texts, const HandoverText &text)
{
    const auto same = std::find_if(texts.begin(), texts.end(), [&text](const HandoverText &one) {
        return one.section == text.section && one.kind == text.kind && one.said == text.said && !one.who.isEmpty() && !text.who.isEmpty();
    });
    if (same == texts.end())
        return texts.append(text);
    if (!same->who.split(u"; "_s).contains(text.who))
        same->who += u"; "_s + text.who;
    if (same->when != text.when)
        same->when.clear();
}

QList<HandoverText> inReadingOrder(QList<HandoverText> texts)
{
    QHash<QString, qsizetype> order;
    for (const RecordType *type : allKinds())
        order.insert(QString::fromLatin1(type->table), order.size());
    // Of what else happened, what is of one kind stands together; the rest stays in the order in which it presses.
    std::stable_sort(texts.begin(), texts.end(), [&order](const HandoverText &a, const HandoverText &b) {
        const auto rank = [&order](const HandoverText &one) {
            return std::pair(int(one.section), one.section == HandoverSection::Happened ? order.value(one.kind) : 0);
        };
        return rank(a) < rank(b);
    });
    return texts;
}

/// What the reader may know of lines that were kept without words: their records as they stand now.
QHash<qint64, QString> wordsOfToday(const QList<Kept<HandoverLine>> &lines, const Services &services)
{
    QHash<QString, QList<qint64>> ids;
    for (const Kept<HandoverLine> &line : lines)
        if (line.value.said.isEmpty())
            ids[line.value.kind].append(line.value.record);
    QHash<QString, QHash<qint64, KeptRow>> rows;
    QList<KeptRow> all;
    for (auto it = ids.cbegin(); it != ids.cend(); ++it) {
        const RecordType *type = kindOf(it.key());
        const auto some = type ? services.records.some(*type, it.value()) : Result<QList<KeptRow>>(QList<KeptRow>());
        for (const KeptRow &row : some ? *some : QList<KeptRow>()) {
            rows[it.key()].insert(row.id, row);
            all.append(row);
        }
    }
    keywork::Names learned(services.records);
    learned.learn(all);
    const Names names = namesFrom(learned);
    QHash<qint64, QString> said;
    for (const Kept<HandoverLine> &line : lines) {
        const HandoverLine &one = line.value;
        if (!one.said.isEmpty() || !rows.value(one.kind).contains(one.record))
            continue;
        const TimelineLine told{
            one.at.value_or(QDateTime()), one.isDay, one.isEnd ? Phase::Ended : Phase::Happened, rows[one.kind][one.record]};
        said.insert(line.id.value, happening(told, names, services.records.choices(), services.records.clock()));
    }
    return said;
}

} // namespace

QString HandoverText::line() const
{
    QStringList before;
    for (const QString &part : {when, who})
        if (!part.isEmpty())
            before.append(part);
    return before.isEmpty() ? said : before.join(u", "_s) + u": "_s + said;
}

QList<HandoverText> handoverTexts(const QList<ToHandOver> &told, const Services &services)
{
    QList<qint64> people;
    for (const ToHandOver &one : told)
        for (const Id<Person> person : one.people)
            people.append(person.value);
    const WhoIsMeant who(people, services);
    const QStringList sentences = sentencesOf(told, services);
    QList<HandoverText> texts;
    for (qsizetype i = 0; i < told.size(); ++i) {
        const ToHandOver &one = told.at(i);
        if (!one.isReadable() || sentences.at(i).isEmpty())
            continue;
        QStringList names;
        for (const Id<Person> person : one.people)
            if (const QString name = who.of(person.value); !name.isEmpty())
                names.append(name);
        addHandedText(texts,
            {one.line.section, timeOfLine(one.line, services.records.clock()), names.isEmpty() ? subjectOf(one) : names.join(u"; "_s),
                sentences.at(i), one.line.kind, one.line.record});
    }
    return inReadingOrder(texts);
}

QList<HandoverText> handoverTexts(const QList<Kept<HandoverLine>> &lines, const Services &services)
{
    QList<qint64> people;
    for (const Kept<HandoverLine> &line : lines)
        if (line.value.personId)
            people.append(line.value.personId.value);
    const WhoIsMeant who(people, services);
    const auto said = wordsOfToday(lines, services);
    QList<HandoverText> texts;
    for (const Kept<HandoverLine> &line : lines) {
        const QString words = line.value.said.isEmpty() ? said.value(line.id.value) : line.value.said;
        if (words.isEmpty())
            continue;
        addHandedText(texts,
            {line.value.section, timeOfLine(line.value, services.records.clock()), who.of(line.value.personId.value), words,
                line.value.kind, line.value.record});
    }
    return inReadingOrder(texts);
}

QList<HandoverLine> linesToKeep(const QList<ToHandOver> &told, const Services &services)
{
    const QStringList sentences = sentencesOf(told, services);
    const int most = lengthLimit(*recordType<HandoverLine>().fieldNamed(u"said"_s));
    QList<HandoverLine> lines;
    for (qsizetype i = 0; i < told.size(); ++i) {
        HandoverLine line = told.at(i).line;
        const QString subject = subjectOf(told.at(i));
        line.said = shortened(subject.isEmpty() ? sentences.at(i) : subject + u": "_s + sentences.at(i), most).simplified();
        if (told.at(i).people.isEmpty())
            lines.append(line);
        for (const Id<Person> person : told.at(i).people) {
            line.personId = person;
            lines.append(line);
        }
    }
    return lines;
}

qsizetype readAloud(const QList<HandoverText> &texts, const QString &ownWords)
{
    QList<int> counts;
    for (const HandoverText &text : texts)
        counts.append(wordsIn(text.line()));
    const qsizetype pressing
        = std::count_if(texts.cbegin(), texts.cend(), [](const HandoverText &text) { return text.section == HandoverSection::First; });
    return linesReadAloud(counts, pressing, std::max(0, kReadAloudWords - wordsIn(ownWords)));
}

QString titleOf(HandoverSection section) { return labelFor(section); }

QString shiftTitle(const Handover &handover, const Services &services)
{
    const QString day = weekday(handover.shiftDay, services.records.today());
    const auto pattern = handover.patternId ? services.records.one(handover.patternId) : Result<Kept<ShiftPattern>>(Error{});
    return pattern ? pattern->value.name + u", "_s + day : day;
}

QString acknowledgedBy(const QList<Kept<HandoverRead>> &reads, const Services &services)
{
    if (reads.isEmpty())
        return say(QT_TRANSLATE_NOOP("words", "Nobody has acknowledged it yet."));
    QStringList said;
    for (const Kept<HandoverRead> &read : reads) {
        const auto member = services.records.one(read.value.staffId);
        if (member)
            said.append(u"%1 (%2)"_s.arg(member->value.name, moment(services.records.clock().local(read.createdAt))));
    }
    return say(QT_TRANSLATE_NOOP("words", "Acknowledged by %1")).arg(said.join(u", "_s));
}

} // namespace keywork::words
