// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"
#include "core/storage/checkpointer.h"
#include "tests/support/services.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QThread>

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

TEST_CASE("A worker folds the journal into the file, so that no save pays for it")
{
    TestHostel hostel;
    hostel.hostel->checkpointInWorker();
    const qint64 before = QFileInfo(hostel.path).size();
    Records &records = hostel.services().records;
    const auto ben = aPerson().in(hostel);
    const QString filler = QString(15'000, u'x');
    qint64 largest = 0;
    for (int i = 0; i < 400; ++i) {
        auto person = need(records.one(ben.id));
        person.value.communicationNeeds = QString::number(i) + filler.left(900);
        person.value.conditions = QString::number(i) + filler.left(1900);
        need(records.amend(person));
        QCoreApplication::processEvents();
        largest = std::max(largest, QFileInfo(hostel.path + u"-wal"_s).size());
        // As between two saves of a person: on a busy machine the worker would hardly get its turn.
        QThread::msleep(2);
    }
    QElapsedTimer waited;
    waited.start();
    while (QFileInfo(hostel.path).size() == before && waited.elapsed() < 10'000) {
        QCoreApplication::processEvents();
        QThread::msleep(5);
    }
    CHECK(QFileInfo(hostel.path).size() > before); // grown while the main connection never checkpoints
    CHECK(largest < 40'000'000);
    hostel.reopen();
    CHECK(need(hostel.services().records.one(ben.id)).value.conditions.startsWith(u"399"_s));
    CHECK(need(hostel.hostel->problems()).isEmpty());
}
