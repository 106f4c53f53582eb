// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/naloxone_kit.h"
#include "core/services/emergency/act_now.h"
#include "core/services/emergency/emergency_steps.h"
#include "core/services/keeping/hostel_file.h"
#include "core/storage/table.h"
#include "tests/support/services.h"

namespace keywork::test {

/// A reception at night: a hostel, its clocks and the front of "Act now".
struct ActNowDesk {
    TestHostel hostel;
    SetSteadyClock steady;
    SeenHeads seen{hostel.folder.filePath(QStringLiteral("pc/seen.json"))};
    ActNow actNow{hostel.path, seen, hostel.clock, steady};
    Id<NaloxonePlace> reception;

    explicit ActNowDesk(const QDateTime &now = QDateTime(QDate(2026, 10, 5), QTime(1, 14, 0), Qt::UTC)) // 02:14 in London
    {
        hostel.clock.set(now);
        NaloxonePlace place;
        place.name = QStringLiteral("Reception, red bag");
        place.atLeast = 2;
        reception = need(hostel.services().records.add(place)).id;
        actNow.signedIn(*hostel.hostel);
    }
    Records &records() { return hostel.services().records; }

    Kept<NaloxoneKit> kit(const QString &number, NaloxoneKind kind = NaloxoneKind::Spray, qint64 doses = 2)
    {
        NaloxoneKit kit;
        kit.number = number;
        kit.kind = kind;
        kit.expiresOn = PartialDate::fromText(QStringLiteral("2027-06"));
        kit.dosesLeft = doses;
        kit.placeId = reception;
        return need(records().add(kit));
    }
    NaloxoneKit now(Id<NaloxoneKit> id) { return need(records().one(id)).value; }

    /// Both clocks go on.
    void pass(qint64 milliseconds)
    {
        steady.pass(milliseconds);
        hostel.clock.set(hostel.clock.now().addMSecs(milliseconds));
    }
    void lock()
    {
        actNow.locking();
        hostel.hostel.reset();
    }
    void unlock()
    {
        auto opened = hostel.file->signIn(kManager, kPassword);
        hostel.hostel = std::move(need(opened));
        actNow.signedIn(*hostel.hostel);
    }
    ActNow::Outcome press(const QString &emergency, OverdoseStepKind step) { return actNow.press(emergency, {.step = step}); }

    qint64 rows(const char *table, bool withUndone = false)
    {
        const QString sql = QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table)
            + (withUndone ? QString() : QStringLiteral(" WHERE withdrawn_at IS NULL"));
        return valueOf(records().database(), sql)->toLongLong();
    }
    QList<Kept<OverdoseStep>> steps() { return need(records().all<OverdoseStep>({.orderBy = QStringLiteral("happened_at")})); }
    /// "step at the house's time", in the order of what happened.
    QStringList timeline()
    {
        QStringList lines;
        for (const Kept<OverdoseStep> &step : steps())
            lines.append(hostel.clock.local(step.value.happenedAt).toString(QStringLiteral("HH:mm:ss "))
                + QString::fromLatin1(codeOf(step.value.step)));
        return lines;
    }
};

} // namespace keywork::test
