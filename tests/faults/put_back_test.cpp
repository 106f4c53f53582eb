// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/child.h"
#include "tests/faults/days.h"
#include "tests/faults/raw_vault.h"
#include "tests/faults/sizes.h"

#include <QRandomGenerator>
#include <QSet>
#include <algorithm>

using namespace keywork::test;
using namespace Qt::StringLiterals;

// Parts of an earlier copy in the place of the present ones. The oracle reads both files with SQLite alone and compares every
// row of every table: what differs has to be named by the program, table by table; what does not is harmless.

namespace {

constexpr qsizetype kHeader = 65536;
constexpr qsizetype kHeaderCopy = 32768;
constexpr qsizetype kPage = 4096;

/// Who sees and what leaves: these are named by the sign-in, without reading the whole file.
const QSet<QString> kDecisions{u"sharing_agreement"_s, u"agreement_category"_s, u"restriction"_s, u"need_to_know"_s, u"staff"_s};

struct Judged {
    bool opens = false;
    bool isSound = false; ///< by SQLite's own checks, the search index included
    QSet<QString> differing; ///< tables whose rows are not those of today
    qint64 lastEntry = 0;
};

QMap<QString, QStringList> rowsOf(RawVault &vault)
{
    QMap<QString, QStringList> tables;
    for (const Cells &table : vault.rows(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_text%'"_s)) {
        const QString name = table.first().toString();
        QStringList &rows = tables[name];
        for (const Cells &cells : vault.rows(u"SELECT * FROM \""_s + name + u'"')) {
            QStringList row;
            for (const QJsonValue &cell : cells)
                row.append(cell.isString() ? u'"' + cell.toString() : cell.isNull() ? u"-"_s : QString::number(cell.toInteger()));
            rows.append(row.join(QChar(0x1f)));
        }
        rows.sort();
    }
    return tables;
}

/// Looks at a copy, so that judging changes nothing.
Judged judged(const QString &path, const QMap<QString, QStringList> &today)
{
    const QTemporaryDir folder;
    QString why;
    Judged verdict;
    const auto vault = RawVault::open(copyWithLog(path, folder.path()), why);
    if (!vault)
        return verdict;
    const auto rows = rowsOf(*vault);
    verdict.opens = vault->errors.isEmpty();
    const auto lines = vault->rows(u"PRAGMA integrity_check"_s);
    vault->rows(u"INSERT INTO search_text (search_text) VALUES ('integrity-check')"_s);
    verdict.isSound = vault->errors.isEmpty() && lines.size() == 1 && lines.first().first().toString() == u"ok";
    for (auto table = today.cbegin(); table != today.cend(); ++table)
        if (rows.value(table.key()) != *table)
            verdict.differing.insert(table.key());
    verdict.lastEntry = vault->cell(u"SELECT max(sequence) FROM history"_s).toInteger();
    return verdict;
}

/// What the program says: lines of days.h.
struct Said {
    QString refused;
    QSet<QString> warnings;
    QSet<QString> tables; ///< named by the whole check
    bool isDamaged = false;
    bool isHistoryChanged = false;
    bool arePagesOld = false;
    bool liesBehind = false;
    QString crashed;

    bool tellsAnything() const
    {
        return !refused.isEmpty() || !warnings.isEmpty() || !tables.isEmpty() || isDamaged || isHistoryChanged || arePagesOld || liesBehind;
    }
};

Said saidOf(const QString &path, const QString &pc, const QString &name, const QString &password)
{
    Child child([&](const Say &say) { lookThrough(path, pc, name, password, say); });
    Said said;
    for (const QString &line : child.ended()) {
        const QString what = line.section(u' ', 0, 0);
        const QString rest = line.section(u' ', 1);
        if (what == u"refused")
            said.refused = rest;
        else if (what == u"warning")
            said.warnings.insert(rest);
        else if (what == u"row")
            said.tables.insert(rest);
        else if (what == u"pages")
            said.arePagesOld = true;
        else if (what == u"behind")
            said.liesBehind = true;
        else if (what == u"history")
            said.isHistoryChanged = true;
        else
            said.isDamaged = true;
    }
    if (child.signalNumber() != 0 || child.exitCode() != 0)
        said.crashed = u"crashed, signal %1"_s.arg(child.signalNumber());
    return said;
}

/// Pages of today's file that were others on that day; those of decisions first, so that the short form has them too.
QList<qsizetype> changedPages(const QByteArray &before, const QByteArray &today, const QSet<qsizetype> &first)
{
    QList<qsizetype> pages;
    for (qsizetype at = kHeader; at + kPage <= std::min(before.size(), today.size()); at += kPage)
        if (before.mid(at, kPage) != today.mid(at, kPage))
            pages.append(at);
    std::stable_partition(pages.begin(), pages.end(), [&](qsizetype at) { return first.contains(at); });
    return pages;
}

QSet<qsizetype> pagesOfDecisions(RawVault &vault)
{
    QSet<qsizetype> pages;
    for (const Cells &page : vault.rows(u"SELECT name, pageno FROM dbstat"_s))
        if (kDecisions.contains(page.first().toString()))
            pages.insert(kHeader + (page.at(1).toInteger() - 1) * kPage);
    return pages;
}

struct Place {
    QTemporaryDir folder;
    QString path = folder.filePath(u"cairn.keywork"_s);
    QString pc = folder.filePath(u"pc/seen.json"_s);
};

struct Found {
    int harmless = 0;
    int atSignIn = 0;
    int byRows = 0;
    int byPages = 0;
    int byHistory = 0;
    int bySqlite = 0;
};

QStringList wrongPages(const Judged &verdict, const Said &said, bool isAnchored, int together, Found &found)
{
    if (!said.crashed.isEmpty())
        return {said.crashed};
    const bool isDamage = !said.refused.isEmpty() || said.isDamaged || said.isHistoryChanged;
    const bool isHarmless = verdict.opens && verdict.isSound && verdict.differing.isEmpty();
    found.harmless += isHarmless;
    found.bySqlite += said.isDamaged || !said.refused.isEmpty();
    found.byHistory += said.isHistoryChanged;
    found.byPages += said.arePagesOld;
    found.byRows += !said.tables.isEmpty();
    QStringList wrong;
    if (isAnchored && !said.arePagesOld && !isDamage)
        wrong.append(u"the anchor does not tell"_s);
    if (!isHarmless && !said.tellsAnything() && isAnchored)
        wrong.append(u"nothing is told"_s);
    if ((!verdict.opens || !verdict.isSound) && !isDamage && said.tables.isEmpty() && isAnchored)
        wrong.append(u"a damaged file is called sound"_s);
    for (const QString &table : verdict.differing) {
        if (tablesWithHistory().contains(table) && !said.tables.contains(table) && !isDamage)
            wrong.append(table + u" differs and is not named"_s);
        // The sign-in asks an index: where pages of that were put back along with the rows, the deep check tells.
        const bool isAsked = kDecisions.contains(table) && said.refused.isEmpty() && verdict.opens && !said.isHistoryChanged
            && (together == 1 || verdict.isSound);
        const bool isTold = said.warnings.contains(u"rows "_s + table);
        found.atSignIn += isAsked && isTold;
        if (isAsked && !isTold)
            wrong.append(table + u" differs and the sign-in says nothing"_s);
    }
    return wrong;
}

void putPagesBack(Campaign &campaign, const Days &days, const HostelImage &today, bool isAnchored, int points, Found &found)
{
    const Place bench;
    today.writeTo(bench.path);
    QString why;
    QMap<QString, QStringList> rows;
    QList<QList<qsizetype>> changed;
    {
        const auto vault = RawVault::open(bench.path, why);
        REQUIRE(vault);
        rows = rowsOf(*vault);
        const QSet<qsizetype> decisions = pagesOfDecisions(*vault);
        REQUIRE(decisions.size() >= kDecisions.size());
        for (const HostelImage &day : days.before)
            changed.append(changedPages(day.main, today.main, decisions));
    }
    for (int i = 0; i < points; ++i) {
        QRandomGenerator random(campaign.seed() + quint32(i) * 7919U);
        const qsizetype day = i % days.before.size();
        const QList<qsizetype> &pages = changed.at(day);
        // Each page by itself, first of all; then a few at once, as a synchronisation by blocks would leave them.
        const int together = i < pages.size() * days.before.size() ? 1 : 1 + int(random.bounded(6));
        HostelImage image = today;
        for (int n = 0; n < together; ++n) {
            const qsizetype at = together == 1 ? pages.at((i / days.before.size()) % pages.size()) : pages.at(random.bounded(pages.size()));
            image.main.replace(at, kPage, days.before.at(day).main.mid(at, kPage));
        }
        image.writeTo(bench.path);
        const Judged verdict = judged(bench.path, rows);
        const Said said = saidOf(bench.path, {}, kManager, kPassword);
        campaign.point(
            u"%1 pages of day %2, point %3"_s.arg(together).arg(day).arg(i), wrongPages(verdict, said, isAnchored, together, found));
    }
}

void tell(const QString &what, const Found &found)
{
    Campaign::say(
        u"%1: harmless %2; told by the rows %3 (decisions at the sign-in %4), by the pages %5, by the history %6, by SQLite %7"_s.arg(what)
            .arg(found.harmless)
            .arg(found.byRows)
            .arg(found.atSignIn)
            .arg(found.byPages)
            .arg(found.byHistory)
            .arg(found.bySqlite));
}

} // namespace

TEST_CASE("A file as it was left is doubted by nobody")
{
    const Place bench;
    const Days &days = someDays();
    days.today.writeTo(bench.path);
    Said said = saidOf(bench.path, bench.pc, kManager, kPassword);
    INFO(said.refused.toStdString() << QStringList(said.warnings.values() + said.tables.values()).join(u',').toStdString());
    CHECK_FALSE(said.tellsAnything());
    // Killed, with the journal whole; with and without what the PC remembers; and with what a power cut leaves of that.
    for (const QByteArray &mark : {days.left.mark, QByteArray(), days.left.earlierMark}) {
        days.left.image.writeTo(bench.path);
        days.left.putMark(bench.pc, mark);
        said = saidOf(bench.path, bench.pc, kManager, kPassword);
        INFO(QStringList(said.warnings.values()).join(u',').toStdString());
        CHECK_FALSE(said.tellsAnything());
    }
}

TEST_CASE("Pages of an earlier copy are named by their table, and by the anchor")
{
    Campaign campaign(u"put back: pages"_s);
    Found found;
    putPagesBack(campaign, someDays(), someDays().today, true, kPutBack.now() * 4 / 10, found);
    tell(u"put back: pages"_s, found);
    CHECK(found.byRows > 0);
    CHECK(found.atSignIn > 0);
    CHECK(found.byPages > found.byRows);
    campaign.finish();
}

TEST_CASE("Where the anchor is not known, the rows alone name every table that has a history")
{
    Campaign campaign(u"put back: pages, no anchor"_s);
    Found found;
    putPagesBack(campaign, someDays(), someDays().todayUnanchored, false, kPutBack.now() * 2 / 10, found);
    tell(u"put back: pages, no anchor"_s, found);
    CHECK(found.byRows > 0);
    CHECK(found.byPages == 0);
    campaign.finish();
}

TEST_CASE("An earlier header over a newer file is told to whoever signs in, and lets nobody back in who was shown out")
{
    Campaign campaign(u"put back: header"_s);
    const Place bench;
    const Days &days = someDays();
    for (int i = 0; i < kPutBack.now() / 10; ++i) {
        const HostelImage &before = days.before.at(i % days.before.size());
        const int which = (i / int(days.before.size())) % 3; // both copies, the first, the second
        HostelImage image = days.today;
        const qsizetype from = which == 2 ? kHeaderCopy : 0;
        const qsizetype size = which == 0 ? kHeader : kHeaderCopy;
        image.main.replace(from, size, before.main.mid(from, size));
        QStringList wrong;
        for (const Way &way : days.ways) {
            image.writeTo(bench.path);
            const Said said = saidOf(bench.path, {}, way.name, way.password);
            const bool opens = said.refused.isEmpty();
            const bool isTold = !said.warnings.isEmpty() || said.isDamaged || !said.refused.isEmpty();
            const QString who = way.name + u": "_s;
            if (!said.crashed.isEmpty())
                wrong.append(who + said.crashed);
            if (way.is == Way::Is::TakenAway && opens)
                wrong.append(who + u"was shown out and is in"_s);
            if (way.is == Way::Is::Changed && opens && !(isTold && said.warnings.contains(u"slot "_s + way.name)))
                wrong.append(who + u"an earlier password opens in silence"_s);
            if (way.is == Way::Is::Present && which == 0 && opens && !said.warnings.contains(u"header"_s))
                wrong.append(who + u"is not told of the header"_s);
            if (way.is == Way::Is::Present && which != 0 && (!opens || !said.warnings.isEmpty()))
                wrong.append(who + u"one copy is the present one, and something is said: "_s + said.refused
                    + QStringList(said.warnings.values()).join(u','));
        }
        campaign.point(u"header %1, point %2"_s.arg(which).arg(i), wrong);
    }
    campaign.finish();
}

TEST_CASE("What lies behind the end of the file is told")
{
    Campaign campaign(u"put back: behind the end"_s);
    const Place bench;
    const Days &days = someDays();
    for (int i = 0; i < kPutBack.now() / 20; ++i) {
        QRandomGenerator random(campaign.seed() + quint32(i) * 7919U);
        HostelImage image = days.today;
        const HostelImage &before = days.before.at(i % days.before.size());
        if (i % 2 == 0) { // whole pages, true ones of another place
            const qsizetype pages = (before.main.size() - kHeader) / kPage;
            for (quint32 n = 0; n <= random.bounded(3U); ++n)
                image.main.append(before.main.mid(kHeader + qsizetype(random.bounded(quint32(pages))) * kPage, kPage));
        } else {
            QByteArray bytes(1 + qsizetype(random.bounded(9000U)), '\0');
            random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
            image.main.append(bytes);
        }
        image.writeTo(bench.path);
        const Said said = saidOf(bench.path, {}, kManager, kPassword);
        campaign.point(u"behind the end, point %1"_s.arg(i),
            said.liesBehind && said.crashed.isEmpty() ? QStringList() : QStringList{u"nothing is said of it"_s + said.crashed});
    }
    campaign.finish();
}

TEST_CASE("The end of a journal that is lost is told with how many saves went with it, and nothing is told where none did")
{
    Campaign campaign(u"put back: journal"_s);
    const Place bench;
    const Days &days = someDays();
    days.left.image.writeTo(bench.path);
    QString why;
    QMap<QString, QStringList> rows;
    {
        const QTemporaryDir folder;
        rows = rowsOf(*RawVault::open(copyWithLog(bench.path, folder.path()), why));
    }
    int lost = 0;
    int harmless = 0;
    for (int i = 0; i < kPutBack.now() / 4; ++i) {
        QRandomGenerator random(campaign.seed() + quint32(i) * 7919U);
        HostelImage image = days.left.image;
        const qsizetype at = qsizetype(random.bounded(quint32(image.log.size())));
        if (i % 4 == 0)
            image.log.truncate(at);
        else if (i % 4 == 1)
            image.log[at] = char(image.log.at(at) ^ (1 << random.bounded(8)));
        else if (i % 4 == 2)
            image.log.replace(at / 512 * 512, 512, QByteArray(512, '\0'));
        else
            image.log.append(image.log.mid(at)); // behind its end, as an earlier and longer one leaves it
        image.writeTo(bench.path);
        days.left.putMark(bench.pc, days.left.mark);
        const Judged verdict = judged(bench.path, rows);
        const bool isLost = !verdict.opens || verdict.lastEntry < days.left.lastEntry;
        const Said said = saidOf(bench.path, bench.pc, kManager, kPassword);
        lost += isLost;
        harmless += !isLost;
        QStringList wrong;
        if (!said.crashed.isEmpty())
            wrong.append(said.crashed);
        qsizetype saves = 0;
        for (const qint64 save : days.left.saves)
            saves += save > verdict.lastEntry;
        const QString wanted = u"saves %1"_s.arg(std::min<qsizetype>(saves, 64));
        if (isLost && said.refused.isEmpty() && !said.isDamaged && !said.warnings.contains(wanted))
            wrong.append(u"entries to %1 of %2, wanted: %3, told: "_s.arg(verdict.lastEntry).arg(days.left.lastEntry).arg(wanted)
                + QStringList(said.warnings.values()).join(u','));
        if (!isLost && said.tellsAnything())
            wrong.append(u"nothing is lost, and something is told"_s);
        campaign.point(u"journal, point %1"_s.arg(i), wrong);
    }
    Campaign::say(u"put back: journal: %1 of %2 lost saves and were told, %3 lost none"_s.arg(lost).arg(campaign.points()).arg(harmless));
    CHECK(lost > 0);
    CHECK(harmless > 0);
    campaign.finish();
}
