// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"
#include "core/storage/checkpointer.h"
#include "tests/support/services.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QThread>

namespace keywork::test::checkpointer_test {

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
        // Somebody pauses now and then: the journal begins anew at the first save behind a checkpoint that took all of it.
        for (int pause = 0; i % 40 == 39 && pause < 30; ++pause) {
            QThread::msleep(10);
            QCoreApplication::processEvents();
        }
    }
    QElapsedTimer waited;
    waited.start();
    while (QFileInfo(hostel.path).size() == before && waited.elapsed() < 10'000) {
        QCoreApplication::processEvents();
        QThread::msleep(5);
    }
    CHECK(QFileInfo(hostel.path).size() > before); // grown while the main connection never checkpoints
    CHECK(largest < 36'000'000); // the saves alone make 40 MB
    hostel.reopen();
    CHECK(need(hostel.services().records.one(ben.id)).value.conditions.startsWith(u"399"_s));
    CHECK(need(hostel.hostel->problems()).isEmpty());
}

} // namespace keywork::test::checkpointer_test
