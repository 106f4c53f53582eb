// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/services/care/care_plans.h"
#include "core/services/records/counting.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"
#include "tests/support/trust.h"

#include <map>

namespace keywork::test::counting_test {

using namespace Qt::StringLiterals;

namespace {

struct Cell {
    QString by;
    QDate from;
    qint64 count = 0;
    auto operator<=>(const Cell &) const = default;
};

QList<Cell> counted(TestHostel &hostel, const RecordType &type, const CountRequest &request)
{
    QList<Cell> cells;
    for (const CountCell &cell : need(Counting(hostel.services().records).counts(type, request)))
        cells.append({cell.by.toString(), cell.from, cell.count});
    return cells;
}

Kept<Stay> stayOf(TestHostel &hostel, Id<Person> person) { return need(hostel.services().records.of<Stay>("person_id", person)).first(); }

} // namespace

TEST_CASE("Arrivals are counted by month and by what people brought along")
{
    TestHostel hostel;
    const auto arrives = [&](QDate day, const QString &belongings) {
        PersonBuilder builder = aPerson().arrived(day);
        builder.stay.referredOn = day;
        const auto person = builder.in(hostel);
        auto stay = stayOf(hostel, person.id);
        stay.value.belongingsSeen = {belongings};
        need(hostel.services().records.amend(stay));
        return person.id;
    };
    arrives(QDate(2026, 7, 1), u"kept_here"_s);
    arrives(QDate(2026, 7, 31), u"kept_here"_s);
    arrives(QDate(2026, 7, 31), u"elsewhere"_s);
    arrives(QDate(2026, 8, 1), u"kept_here"_s);
    arrives(QDate(2026, 9, 14), u"elsewhere"_s);
    const auto wrong = arrives(QDate(2026, 9, 14), u"elsewhere"_s);
    const auto stay = stayOf(hostel, wrong);
    need(hostel.services().records.withdraw(recordType<Stay>(), stay.id.value, stay.version, u"somebody else"_s));
    const CountRequest request{
        .by = u"belongings_seen"_s, .per = Per::Month, .from = QDate(2026, 7, 1), .until = QDate(2026, 9, 14), .on = u"arrived_on"_s};
    CHECK(counted(hostel, recordType<Stay>(), request)
        == QList<Cell>{{u"elsewhere"_s, QDate(2026, 7, 1), 1}, {u"kept_here"_s, QDate(2026, 7, 1), 2},
            {u"kept_here"_s, QDate(2026, 8, 1), 1}, {u"elsewhere"_s, QDate(2026, 9, 1), 1}});
    // Neither the day before nor the day behind.
    CHECK(counted(hostel, recordType<Stay>(), {.from = QDate(2026, 7, 2), .until = QDate(2026, 7, 30), .on = u"arrived_on"_s}).isEmpty());
    CHECK(counted(hostel, recordType<Stay>(), {.from = QDate(2026, 7, 2), .until = QDate(2026, 7, 31), .on = u"arrived_on"_s})
        == QList<Cell>{{{}, QDate(2026, 7, 2), 2}});
    CHECK(counted(hostel, recordType<Stay>(), {}) == QList<Cell>{{{}, {}, 5}});
    CHECK(kindOfError(Counting(hostel.services().records).counts(recordType<Stay>(), {.per = Per::Month, .on = u"arrived_on"_s}))
        == ErrorKind::Invalid);
    CHECK(kindOfError(Counting(hostel.services().records)
                          .counts(recordType<Stay>(), {.from = QDate(2026, 1, 1), .until = QDate(2026, 2, 1), .on = u"not_coming"_s}))
        == ErrorKind::NotFound);
    CHECK(kindOfError(Counting(hostel.services().records).counts(recordType<Stay>(), {.by = u"1 --"_s})) == ErrorKind::NotFound);
}

TEST_CASE("Weeks begin on Monday, and the first period begins where the question does")
{
    CHECK(periodEdges(Per::Week, QDate(2026, 9, 9), QDate(2026, 9, 21))
        == QList<QDate>{QDate(2026, 9, 9), QDate(2026, 9, 14), QDate(2026, 9, 21), QDate(2026, 9, 22)});
    CHECK(periodEdges(Per::Year, QDate(2025, 12, 31), QDate(2026, 1, 1))
        == QList<QDate>{QDate(2025, 12, 31), QDate(2026, 1, 1), QDate(2026, 1, 2)});
    CHECK(periodEdges(Per::Whole, QDate(2026, 9, 9), QDate(2026, 9, 9)) == QList<QDate>{QDate(2026, 9, 9), QDate(2026, 9, 10)});
    CHECK(periodEdges(Per::Day, QDate(2026, 9, 9), QDate(2026, 9, 10))
        == QList<QDate>{QDate(2026, 9, 9), QDate(2026, 9, 10), QDate(2026, 9, 11)});
    CHECK(periodEdges(Per::Month, QDate(2026, 1, 31), QDate(2026, 2, 28))
        == QList<QDate>{QDate(2026, 1, 31), QDate(2026, 2, 1), QDate(2026, 3, 1)});
}

TEST_CASE("A moment counts on the house's day: half past midnight in summer is still the evening before in UTC")
{
    TestHostel hostel;
    const auto issueAt = [&](const QDateTime &at) {
        const auto person = aPerson().in(hostel);
        need(hostel.services().plans.startDraft(person.id));
        hostel.clock.set(at);
        need(hostel.services().plans.issue(person.id));
    };
    issueAt(QDateTime(QDate(2026, 9, 30), QTime(22, 59), Qt::UTC)); // 23:59 on the 30th in London
    issueAt(QDateTime(QDate(2026, 9, 30), QTime(23, 30), Qt::UTC)); // 00:30 on the 1st
    CHECK(counted(hostel, recordType<CarePlanVersion>(),
              {.per = Per::Month, .from = QDate(2026, 9, 1), .until = QDate(2026, 10, 31), .on = u"issued_at"_s})
        == QList<Cell>{{{}, QDate(2026, 9, 1), 1}, {{}, QDate(2026, 10, 1), 1}});
}

TEST_CASE("Nobody whose record is closed to the reader is in any count, and what a role may not read is not counted")
{
    TestHostel hostel;
    Records &all = hostel.services().records;
    QList<Id<Person>> people;
    for (int i = 0; i < 4; ++i) {
        PersonBuilder builder = aPerson().called(u"Person %1"_s.arg(i), u"X"_s).arrived(QDate(2026, 9, 1));
        builder.stay.belongingsSeen = {u"with_them"_s};
        people.append(builder.in(hostel).id);
    }
    makeMember(hostel, u"Tomi Okoro"_s, Role::Keyworker);
    need(all.add(Restriction{people.at(2), u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    CHECK(counted(hostel, recordType<Stay>(), {.by = u"belongings_seen"_s}) == QList<Cell>{{u"with_them"_s, {}, 4}});
    CHECK(counted(hostel, recordType<Person>(), {}) == QList<Cell>{{{}, {}, 4}});
    signInWith(hostel, u"Tomi Okoro"_s, kTheirs);
    CHECK(counted(hostel, recordType<Stay>(), {.by = u"belongings_seen"_s}) == QList<Cell>{{u"with_them"_s, {}, 3}});
    CHECK(counted(hostel, recordType<Person>(), {}) == QList<Cell>{{{}, {}, 3}});
    CHECK(Counting::total(need(Counting(hostel.services().records).counts(recordType<Person>(), {.by = u"gender"_s}))) == 3);
    signInWith(hostel, kManager, kPassword);
    makeMember(hostel, u"Ada Auditor"_s, Role::Auditor);
    signInWith(hostel, u"Ada Auditor"_s, kTheirs);
    CHECK(kindOfError(Counting(hostel.services().records).counts(recordType<Stay>(), {})) == ErrorKind::NotPermitted);
}

TEST_CASE("Any count is what counting the rows one by one gives")
{
    TestHostel hostel;
    QRandomGenerator random(7);
    for (int i = 0; i < 60; ++i) {
        const QDate day = QDate(2025, 12, 1).addDays(random.bounded(200));
        const auto person = aPerson().in(hostel);
        auto stay = stayOf(hostel, person.id);
        stay.value.referredOn = day;
        if (random.bounded(4) > 0)
            stay.value.expectedOn = day.addDays(random.bounded(20));
        stay.value.belongingsSeen = {QStringList{u"with_them"_s, u"kept_here"_s, u"nothing"_s}.at(random.bounded(3))};
        need(hostel.services().records.amend(stay));
    }
    const auto stays = need(hostel.services().records.all<Stay>({.orderBy = u"id"_s}));
    for (int round = 0; round < 60; ++round) {
        const QDate from = QDate(2025, 12, 1).addDays(random.bounded(150));
        const QDate until = from.addDays(random.bounded(120));
        const Per per = Per(random.bounded(5));
        const bool split = random.bounded(2) == 0;
        const bool expected = random.bounded(2) == 0;
        std::map<std::pair<QDate, QString>, qint64> oracle;
        for (const Kept<Stay> &stay : stays) {
            const QDate day = expected ? stay.value.expectedOn.value_or(QDate()) : stay.value.referredOn;
            if (!day.isValid() || day < from || day > until)
                continue;
            QDate begins = per == Per::Day ? day
                : per == Per::Week         ? day.addDays(1 - day.dayOfWeek())
                : per == Per::Month        ? QDate(day.year(), day.month(), 1)
                : per == Per::Year         ? QDate(day.year(), 1, 1)
                                           : from;
            ++oracle[{std::max(begins, from), split ? stay.value.belongingsSeen.code : QString()}];
        }
        QList<Cell> wanted;
        for (const auto &[key, count] : oracle)
            wanted.append({key.second, key.first, count});
        INFO("round " << round);
        CHECK(counted(hostel, recordType<Stay>(),
                  {.by = split ? u"belongings_seen"_s : QString(),
                      .per = per,
                      .from = from,
                      .until = until,
                      .on = expected ? u"expected_on"_s : u"referred_on"_s})
            == wanted);
    }
}

} // namespace keywork::test::counting_test
