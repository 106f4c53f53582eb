// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "app/demo/calendar.h"
#include "core/domain/agreement.h"
#include "core/domain/assessment.h"
#include "core/domain/care_plan.h"
#include "core/domain/incident.h"
#include "core/domain/keywork.h"
#include "core/domain/kinds.h"
#include "core/domain/photo.h"
#include "core/domain/referral.h"
#include "core/services/house/attention.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "tests/support/command_bench.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>
#include <map>
#include <set>

using namespace keywork;
using namespace Qt::StringLiterals;

namespace {

DemoWish wishFor(int people, int years, int beds = 0)
{
    DemoWish wish;
    wish.people = people;
    wish.years = years;
    wish.beds = beds;
    wish.end = QDate(2026, 9, 14);
    wish.cheapKeys = true;
    return wish;
}

/// A demonstration hostel, opened by its manager on its last day.
struct Opened {
    explicit Opened(const DemoWish &wish)
    {
        const QString path = folder.filePath(u"demo.keywork"_s);
        REQUIRE(bool(makeDemoHostel(path, wish)));
        open(path);
    }
    explicit Opened(const QString &path) { open(path); }
    void open(const QString &path)
    {
        auto chosen = HostelFile::choose(path, clock);
        REQUIRE(bool(chosen));
        file = std::move(*chosen);
        auto signedIn = file->signIn(kDemoManager, DemoWish().password);
        REQUIRE(bool(signedIn));
        hostel = std::move(*signedIn);
    }
    Records &records() const { return hostel->services().records; }
    template <class T> QList<Kept<T>> all() const
    {
        auto found = records().all<T>();
        REQUIRE(bool(found));
        return *found;
    }
    qint64 count(const RecordType &type) const { return *records().count(type); }

    QTemporaryDir folder;
    SetClock clock{QDateTime(QDate(2026, 9, 14), QTime(22, 59), Qt::UTC)}; // a minute before the house's midnight
    std::unique_ptr<HostelFile> file;
    std::unique_ptr<OpenHostel> hostel;
};

/// The usual one, made once.
QString usual()
{
    static const QTemporaryDir shared;
    const QString path = shared.filePath(u"usual.keywork"_s);
    if (!QFile::exists(path))
        REQUIRE(bool(makeDemoHostel(path, wishFor(40, 2))));
    return path;
}

/// Most residents on one day, over all days.
int mostAtATime(const QList<Stay> &stays)
{
    std::map<QDate, int> changes;
    for (const Stay &stay : stays) {
        if (!stay.arrivedOn)
            continue;
        ++changes[*stay.arrivedOn];
        if (stay.leftOn)
            --changes[*stay.leftOn];
    }
    int here = 0;
    int most = 0;
    for (const auto &[day, change] : changes)
        most = std::max(most, here += change);
    return most;
}

QList<Stay> staysOf(const Opened &opened)
{
    QList<Stay> stays;
    for (const Kept<Stay> &kept : opened.all<Stay>())
        stays.append(kept.value);
    return stays;
}

/// What two files of one wish may differ in: keys, and fingerprints of files that name the vault.
bool isOfThisFile(const RecordType &type, const Field &field)
{
    static const std::set<std::pair<QString, QString>> columns{{u"staff"_s, u"key_slot"_s}, {u"disclosure"_s, u"file_fingerprint"_s}};
    return columns.contains({QString::fromLatin1(type.table), QString::fromLatin1(field.column)});
}

QStringList rowsOf(const Opened &opened, const RecordType &type)
{
    QStringList rows;
    const auto kept = opened.records().list(type, {.orderBy = u"id"_s, .withWithdrawn = true});
    REQUIRE(bool(kept));
    for (const KeptRow &one : *kept) {
        QStringList values{QString::number(one.id), QString::number(one.version), toStoredText(one.createdAt)};
        for (const Field &field : type.fields)
            if (!isOfThisFile(type, field))
                values.append(one.row.text(QString::fromLatin1(field.column)));
        rows.append(values.join(u'|'));
    }
    return rows;
}

} // namespace

TEST_CASE("The demonstration shows every kind of record, in numbers that a house could have")
{
    // Nobody's data is closed, kept longer or erased in a house that holds nobody's data; a reader tries these for themselves.
    const std::set<QString> notShown{u"restriction"_s, u"need_to_know"_s, u"restricted_opening"_s, u"retention_rule"_s, u"retention_hold"_s,
        u"erasure"_s, u"watch_snooze"_s}; // what is put off depends on the day that somebody opens it
    const Opened opened(usual());
    const qint64 people = opened.count(recordType<Person>());
    CHECK(people == 40);
    for (const RecordType *type : allKinds()) {
        INFO(type->table);
        const qint64 count = opened.count(*type);
        if (notShown.contains(QString::fromLatin1(type->table))) {
            CHECK(count == 0);
            continue;
        }
        CHECK(count >= 1);
        CHECK(count <= 100 * people);
    }
}

TEST_CASE("Keywork of the demonstration is held more often than it is missed, and the next sessions are planned")
{
    const Opened opened(usual());
    std::map<KeyworkOutcome, int> outcomes;
    for (const Kept<KeyworkSession> &session : opened.all<KeyworkSession>())
        ++outcomes[session.value.outcome];
    const int held = outcomes[KeyworkOutcome::Held] + outcomes[KeyworkOutcome::Late];
    CHECK(held > 4 * outcomes[KeyworkOutcome::Missed]);
    CHECK(outcomes[KeyworkOutcome::Missed] > 0);
    CHECK(outcomes[KeyworkOutcome::Planned] > 0);
    CHECK(outcomes[KeyworkOutcome::Planned] <= 40);
    CHECK(opened.count(recordType<KeyworkNote>()) >= held); // each session that was held has a note
}

TEST_CASE("Residents of the demonstration have what residents have: stages both ways, plans in versions, agreements, alerts")
{
    const Opened opened(usual());
    std::map<qint64, QList<int>> stages;
    for (const Kept<StageEntry> &entry : opened.all<StageEntry>())
        if (!entry.value.correctsId)
            stages[entry.value.personId.value].append(int(entry.value.stage));
    const auto moves = [&](const auto &isMove) {
        return std::any_of(stages.cbegin(), stages.cend(),
            [&](const auto &one) { return std::adjacent_find(one.second.cbegin(), one.second.cend(), isMove) != one.second.cend(); });
    };
    CHECK(moves(std::less<int>()));
    CHECK(moves(std::greater<int>()));
    const auto between = [&](const RecordType &type, double least, double most) {
        const double each = double(opened.count(type)) / double(opened.count(recordType<CarePlan>()));
        INFO(type.table << ' ' << each);
        CHECK(each >= least);
        CHECK(each <= most);
    };
    between(recordType<CarePlanVersion>(), 2, 9);
    between(recordType<SignOff>(), 1, 9);
    between(recordType<StageEntry>(), 2, 10);
    between(recordType<Contact>(), 0.9, 2);
    between(recordType<Alert>(), 0.3, 3);
    between(recordType<SharingAgreement>(), 0.4, 1);
    between(recordType<Referral>(), 0.3, 1);
    between(recordType<Photo>(), 0.4, 1.2);
}

TEST_CASE("Residents of the demonstration were talked with: first, in full and again, and every finished one has answers")
{
    const Opened opened(usual());
    std::set<AssessmentLevel> levels;
    std::set<qint64> finished;
    for (const Kept<Assessment> &assessment : opened.all<Assessment>()) {
        levels.insert(assessment.value.level);
        if (assessment.value.state == AssessmentState::Finished)
            finished.insert(assessment.id.value);
        CHECK((assessment.value.state == AssessmentState::Finished) == assessment.value.finishedAt.has_value());
    }
    CHECK(levels.size() == 3);
    std::set<qint64> answered;
    std::set<Category> categories;
    for (const Kept<AssessmentAnswer> &answer : opened.all<AssessmentAnswer>()) {
        answered.insert(answer.value.assessmentId.value);
        categories.insert(answer.value.category);
    }
    CHECK(std::includes(answered.cbegin(), answered.cend(), finished.cbegin(), finished.cend()));
    CHECK(categories.size() >= 10);
    const double each = double(opened.count(recordType<Assessment>())) / double(opened.count(recordType<CarePlan>()));
    CHECK(each >= 1.2);
    CHECK(each <= 8);
}

TEST_CASE("The usual demonstration has 22 residents, three who are expected, and Ben Barker with a plan")
{
    const Opened opened(usual());
    People &people = opened.hostel->services().people;
    const auto sizes = people.groupSizes();
    REQUIRE(bool(sizes));
    CHECK((*sizes)[size_t(ResidentGroup::HereNow)] == 22);
    CHECK((*sizes)[size_t(ResidentGroup::Expected)] >= 3);
    CHECK((*sizes)[size_t(ResidentGroup::Left)] >= 12);
    const auto here = people.residents(ResidentGroup::HereNow);
    REQUIRE(bool(here));
    const auto ben = std::find_if(
        here->cbegin(), here->cend(), [](const ResidentLine &line) { return line.person.value.displayName() == u"Ben Barker"; });
    REQUIRE(ben != here->cend());
    CHECK(ben->plan.issuedVersion >= 1);
    CHECK(ben->stage);
    CHECK_FALSE(ben->room.isEmpty());
}

TEST_CASE("Its Today speaks of doses missed and of a gap that is coming, and most who are treated are regular")
{
    const Opened opened(usual());
    const auto today = opened.hostel->services().attention.today(wishFor(40, 2).end);
    REQUIRE(bool(today));
    const auto linesOf = [&today](QStringView code) {
        return std::count_if(today->cbegin(), today->cend(), [code](const WatchItem &item) { return item.code().startsWith(code); });
    };
    CHECK(linesOf(u"doses_missed") >= 1);
    CHECK(linesOf(u"doses_missed") <= 4);
    CHECK(linesOf(u"treatment_gap") >= 1);
    CHECK(linesOf(u"treatment_gap") <= 8);
}

TEST_CASE("A small house with many people on file is never fuller than its beds, and most of them never got one")
{
    const Opened opened(wishFor(300, 3, 9));
    CHECK(opened.count(recordType<Person>()) == 300);
    CHECK(opened.count(recordType<Room>()) == 9);
    const QList<Stay> stays = staysOf(opened);
    CHECK(mostAtATime(stays) <= 9);
    CHECK(mostAtATime(stays) >= 8);
    QSet<qint64> lived;
    int stayed = 0;
    for (const Stay &stay : stays) {
        stayed += stay.arrivedOn ? 1 : 0;
        if (stay.arrivedOn)
            lived.insert(stay.personId.value);
        CHECK(stay.leftOn.has_value() == !stay.leavingReason.code.isEmpty());
        CHECK(stay.leftOn.has_value() == !stay.destination.code.isEmpty());
    }
    CHECK(lived.size() >= 30);
    CHECK(lived.size() <= 120);
    CHECK(stayed > lived.size()); // some came back
}

TEST_CASE("Ten thousand people over ten years are a house of 60 beds: weeks to two years, half within some months")
{
    const DemoWish wish = wishFor(10'000, 10);
    REQUIRE(bedsOf(wish) == 60);
    const DemoCalendar calendar(wish, 8);
    QList<Stay> stays;
    QList<qint64> days;
    int returning = 0;
    std::map<int, QDate> freeFrom;
    for (const DemoStay &planned : calendar.stays()) {
        Stay stay;
        stay.arrivedOn = planned.arrivesOn;
        returning += planned.returnsFrom >= 0 ? 1 : 0;
        CHECK(planned.referredOn <= planned.arrivesOn);
        if (planned.leavesOn.isValid()) {
            stay.leftOn = planned.leavesOn;
            days.append(planned.arrivesOn.daysTo(planned.leavesOn));
        }
        if (planned.bed >= 0)
            stays.append(stay);
    }
    CHECK(mostAtATime(stays) <= 60);
    CHECK(mostAtATime(stays) >= 55);
    std::sort(days.begin(), days.end());
    REQUIRE(days.size() > 600);
    CHECK(days.first() >= 14);
    CHECK(days.last() <= 731);
    CHECK(days.at(days.size() / 2) >= 80);
    CHECK(days.at(days.size() / 2) <= 180);
    CHECK(returning >= 20);
    int people = int(calendar.stays().size()) - returning;
    for (QDate day = calendar.start(); day <= wish.end; day = day.addDays(1))
        people += calendar.notOffered(day);
    CHECK(people == 10'000);
}

TEST_CASE("No bed of the demonstration has two residents on one day, whatever the wish")
{
    for (const int people : {1, 2, 3, 7, 11, 40, 97, 400})
        for (const int years : {1, 2, 6})
            for (const int beds : {0, 1, 5, 60}) {
                INFO(people << " people, " << years << " years, " << beds << " beds");
                const DemoCalendar calendar(wishFor(people, years, beds), 8);
                std::map<int, QList<std::pair<QDate, QDate>>> taken;
                std::set<int> who;
                for (const DemoStay &stay : calendar.stays()) {
                    if (stay.bed >= 0)
                        taken[stay.bed].append({stay.arrivesOn, stay.leavesOn.isValid() ? stay.leavesOn : QDate(9999, 1, 1)});
                    who.insert(stay.returnsFrom >= 0 ? -1 - stay.number : stay.number);
                }
                CHECK(taken.size() <= size_t(bedsOf(wishFor(people, years, beds))));
                bool apart = true;
                for (auto &[bed, times] : taken) {
                    std::sort(times.begin(), times.end());
                    for (qsizetype i = 1; i < times.size(); ++i)
                        apart = apart && times.at(i - 1).second < times.at(i).first;
                }
                CHECK(apart);
                const auto newcomers = std::count_if(who.cbegin(), who.cend(), [](int number) { return number >= 0; });
                CHECK(newcomers >= 1);
                CHECK(newcomers <= people);
            }
}

TEST_CASE("The same wish gives the same rows of every kind, and another seed gives others")
{
    const Opened first(wishFor(14, 1));
    const Opened second(wishFor(14, 1));
    for (const RecordType *type : allKinds()) {
        INFO(type->table);
        CHECK(rowsOf(first, *type) == rowsOf(second, *type));
    }
    DemoWish other = wishFor(14, 1);
    other.seed = 8;
    CHECK(rowsOf(Opened(other), recordType<Stay>()) != rowsOf(first, recordType<Stay>()));
}

TEST_CASE("No two files of the demonstration's texts have a list of one name: one would take the other's place")
{
    QSet<QString> names;
    const auto files = QDir(u":/keywork/demo"_s).entryInfoList({u"*.json"_s}, QDir::Files);
    CHECK(files.size() >= 5);
    for (const QFileInfo &one : files) {
        QFile file(one.filePath());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QJsonObject texts = QJsonDocument::fromJson(file.readAll()).object();
        CHECK_FALSE(texts.isEmpty());
        for (const QString &name : texts.keys()) {
            INFO(one.fileName().toStdString() << ": " << name.toStdString());
            CHECK_FALSE(names.contains(name));
            names.insert(name);
        }
    }
}

TEST_CASE("Every area of the demonstration has chance of its own, by a name of its own")
{
    std::set<QString> names;
    for (const DemoArea &area : demoAreas())
        names.insert(area.name.toString());
    CHECK(qsizetype(names.size()) == demoAreas().size());
    DemoRandom one(7, u"alerts");
    DemoRandom same(7, u"alerts");
    DemoRandom another(7, u"photos");
    QList<int> numbers[3];
    for (int i = 0; i < 20; ++i) {
        numbers[0].append(one.upTo(1000));
        numbers[1].append(same.upTo(1000));
        numbers[2].append(another.upTo(1000));
    }
    CHECK(numbers[0] == numbers[1]);
    CHECK(numbers[0] != numbers[2]);
}

TEST_CASE("By command: a number for the demonstration that can't be is told by its name, and no file is made")
{
    test::CommandBench bench;
    const QString path = bench.inFolder(u"new.keywork"_s);
    for (const QString &option : {u"--people"_s, u"--years"_s, u"--beds"_s, u"--seed"_s})
        for (const QString &wrong : {u"0"_s, u"-3"_s, u"abc"_s, u"2.5"_s, u"99999999999"_s}) {
            INFO(option.toStdString() << ' ' << wrong.toStdString());
            CHECK(bench.run({u"demo"_s, path, option, wrong}) == WrongUsage);
            CHECK(bench.err.contains(option + u" takes a whole number from 1 to "_s));
        }
    CHECK(bench.run({u"demo"_s, path, u"--people"_s, u""_s}) == WrongUsage);
    CHECK(bench.err.contains(u"--people"_s));
    CHECK(bench.run({u"demo"_s, path, u"--beds"_s, u"99999"_s}) == WrongUsage);
    CHECK(bench.err.contains(u"--beds takes a whole number from 1 to 500, not “99999”."_s));
    CHECK(bench.run({u"demo"_s, path, u"--end"_s, u"soon"_s}) == WrongUsage);
    CHECK(bench.err.contains(u"--end takes a date"_s));
    const QString tomorrow = SystemClock().today().addDays(1).toString(Qt::ISODate);
    for (const QString &wrong : {u"1970-01-01"_s, u"2022-12-31"_s, u"9999-01-01"_s, u"2026-02-30"_s, u"14/9/2026"_s, tomorrow}) {
        INFO(wrong.toStdString());
        CHECK(bench.run({u"demo"_s, path, u"--end"_s, wrong}) == WrongUsage);
        CHECK(bench.err.contains(u"from 2023-01-01 to today"_s));
        CHECK_FALSE(bench.err.contains(u'_'));
    }
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE("The calendar holds for every day of two years and many seeds: asked for, arrived, left, in this order and in time")
{
    const auto check = [](const DemoWish &wish) {
        const DemoCalendar calendar(wish, 8);
        const QDate start = calendar.start();
        bool holds = start < wish.end;
        QDate before = start;
        for (const DemoStay &stay : calendar.stays()) {
            holds = holds && stay.referredOn >= before && stay.referredOn <= wish.end && stay.referredOn <= stay.arrivesOn;
            holds = holds && stay.arrivesOn > start && (stay.bed >= 0) == (stay.arrivesOn <= wish.end);
            holds = holds && (!stay.leavesOn.isValid() || (stay.arrivesOn < stay.leavesOn && stay.leavesOn <= wish.end));
            before = stay.referredOn;
        }
        return holds;
    };
    DemoWish wish = wishFor(40, 2);
    const QDate first(2026, 1, 1);
    for (wish.seed = 1; wish.seed <= 200; ++wish.seed)
        for (int day = 0; day < 730; day += 73) {
            wish.end = first.addDays(day + int(wish.seed) % 73);
            INFO("seed " << wish.seed << ", " << wish.end.toString(Qt::ISODate).toStdString());
            REQUIRE(check(wish));
        }
    for (int day = 0; day < 730; ++day)
        for (const int people : {1, 11, 60})
            for (const int years : {1, 3}) {
                DemoWish small = wishFor(people, years);
                small.seed = quint32(5 + day % 7);
                small.end = first.addDays(day);
                INFO(people << " people, " << years << " years, " << small.end.toString(Qt::ISODate).toStdString());
                REQUIRE(check(small));
            }
}

TEST_CASE("Small demonstrations are made on the days on which something could go wrong")
{
    const QTemporaryDir folder;
    const std::pair<QDate, quint32> days[] = {{QDate(2026, 11, 29), 5}, {QDate(2024, 2, 29), 3}, {QDate(2026, 3, 29), 11},
        {QDate(2026, 10, 25), 2}, {QDate(2027, 1, 1), 17}, {QDate(2026, 12, 31), 101}};
    for (const auto &[end, seed] : days) {
        INFO(end.toString(Qt::ISODate).toStdString() << " seed " << seed);
        DemoWish wish = wishFor(4, 1, 3);
        wish.end = end;
        wish.seed = seed;
        const Done made = makeDemoHostel(folder.filePath(end.toString(Qt::ISODate) + u".keywork"_s), wish);
        for (const Violation &violation : made ? Violations() : made.error().violations)
            UNSCOPED_INFO(violation.column.toStdString() << " rule " << int(violation.rule));
        REQUIRE(bool(made));
    }
}

TEST_CASE("What happens in the agenda never makes the time run backwards")
{
    SetClock clock(QDateTime(QDate(2026, 9, 14), QTime(8, 0), Qt::UTC));
    const QTemporaryDir folder;
    HostelFile::NewHostel wanted;
    wanted.house.name = u"Cairn Street Hostel"_s;
    wanted.managerName = u"Priya Shah"_s;
    wanted.password = u"tulip-anvil-morning"_s;
    wanted.recoveryKey = HostelFile::makeRecoveryKey();
    wanted.cost = KeyCost::ForTests;
    std::unique_ptr<OpenHostel> hostel;
    const auto file = HostelFile::create(folder.filePath(u"h.keywork"_s), wanted, clock, hostel);
    REQUIRE(bool(file));
    DemoAgenda agenda;
    QList<QDateTime> stood;
    const auto note = [&]() -> Done {
        stood.append(clock.now());
        return {};
    };
    const QDateTime noon(QDate(2026, 9, 14), QTime(12, 0), Qt::UTC);
    agenda.add(noon, [&]() -> Done {
        agenda.add(noon.addSecs(-3600), note); // planned for what has passed
        return note();
    });
    agenda.add(noon.addSecs(60), note);
    agenda.add(noon.addSecs(3600), note, DemoAgenda::Commit::Own);
    REQUIRE(bool(agenda.play(hostel->services().records, clock, noon.addSecs(120))));
    CHECK(stood == QList<QDateTime>{noon, noon, noon.addSecs(60), noon.addSecs(120)});
    hostel.reset();
}

TEST_CASE("A demonstration stands there whole or not at all, and what a killed one left is cleared away")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"d.keywork"_s);
    for (const QString &left : {u"d.keywork.part"_s, u"d.keywork.part-wal"_s}) {
        QFile remains(folder.filePath(left));
        REQUIRE(remains.open(QIODevice::WriteOnly));
        remains.write("half of a demonstration");
    }
    DemoWish wish = wishFor(2, 1);
    wish.password = u"short"_s; // refused: nothing is left
    CHECK_FALSE(bool(makeDemoHostel(path, wish)));
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList());
    wish.password = DemoWish().password;
    REQUIRE(bool(makeDemoHostel(path, wish)));
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{u"d.keywork"_s});
    const auto again = makeDemoHostel(path, wish);
    REQUIRE_FALSE(bool(again));
    CHECK(again.error().kind == ErrorKind::AlreadyExists);
    const Opened opened(path);
    CHECK(opened.count(recordType<Person>()) == 2);
}

TEST_CASE("A demonstration that ends today bears no time that is still to come")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"d.keywork"_s);
    DemoWish wish = wishFor(3, 1);
    const SystemClock clock;
    wish.end = clock.today();
    REQUIRE(bool(makeDemoHostel(path, wish)));
    const auto file = HostelFile::choose(path, clock);
    REQUIRE(bool(file));
    const auto hostel = (*file)->signIn(kDemoManager, wish.password);
    REQUIRE(bool(hostel));
    CHECK_FALSE((*hostel)->clock().isBehind());
}

TEST_CASE("No incident of the demonstration names somebody twice")
{
    const Opened opened(usual());
    std::set<std::pair<qint64, qint64>> residents;
    std::set<std::pair<qint64, qint64>> team;
    const auto parts = opened.all<IncidentPerson>();
    REQUIRE(parts.size() > 20);
    for (const Kept<IncidentPerson> &part : parts) {
        INFO("incident " << part.value.incidentId.value);
        if (part.value.personId)
            CHECK(residents.emplace(part.value.incidentId.value, part.value.personId.value).second);
        if (part.value.staffId)
            CHECK(team.emplace(part.value.incidentId.value, part.value.staffId.value).second);
    }
}
