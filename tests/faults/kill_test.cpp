// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_hostel.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QThread>

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

/// The child: takes people in through the services and says each number once it is committed. Started by core_main.
int takePeopleInForEver(const QString &path)
{
    const SystemClock clock;
    auto file = HostelFile::choose(path, clock);
    auto hostel = file ? (*file)->signIn(kManager, kPassword) : Result<std::unique_ptr<OpenHostel>>(file.error());
    if (!hostel)
        return 1;
    for (int i = 0;; ++i) {
        Person person;
        person.givenName = u"Person %1"_s.arg(i);
        Stay stay;
        stay.referredOn = clock.today();
        const auto taken = (*hostel)->services().people.takeIn(person, stay);
        if (!taken)
            return 2;
        printf("%s\n", qPrintable(taken->value.number));
        fflush(stdout);
    }
}

TEST_CASE("Killed at any moment, what was confirmed is there, and nothing is half there")
{
    TestHostel hostel;
    hostel.hostel.reset();
    hostel.file.reset();
    const uint seed = 20260914;
    QRandomGenerator random(seed);
    QStringList confirmed;
    for (int round = 0; round < 25; ++round) {
        INFO("round " << round << " seed " << seed);
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--take-people-in"_s, hostel.path});
        REQUIRE(child.waitForReadyRead(20'000));
        QThread::usleep(ulong(random.bounded(40'000)));
        child.kill();
        REQUIRE(child.waitForFinished());
        const QString said = QString::fromUtf8(child.readAllStandardOutput());
        confirmed += said.left(said.lastIndexOf(u'\n') + 1).split(u'\n', Qt::SkipEmptyParts);
        auto chosen = HostelFile::choose(hostel.path, hostel.clock);
        hostel.file = std::move(need(chosen));
        auto opened = hostel.file->signIn(kManager, kPassword);
        hostel.hostel = std::move(need(opened));
        CHECK(need(hostel.hostel->problems()).isEmpty());
        for (const QString &number : std::as_const(confirmed)) {
            const auto person = hostel.services().people.byNumber(number);
            REQUIRE(bool(person));
            REQUIRE(need(hostel.services().records.of<Stay>("person_id", person->id)).size() == 1);
            REQUIRE(need(hostel.services().records.historyOfPerson(person->id.value, true)).size() == 2);
        }
        const qint64 people = need(hostel.services().records.count(recordType<Person>()));
        CHECK(people == need(hostel.services().records.count(recordType<Stay>())));
        CHECK(people >= confirmed.size());
        CHECK(people <= confirmed.size() + round + 1);
        hostel.hostel.reset();
        hostel.file.reset();
    }
    CHECK(confirmed.size() > 25);
}
