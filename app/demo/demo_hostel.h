// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QString>
#include <functional>

namespace keywork {

struct DemoWish {
    int people = 40; ///< 1 to kMostDemoPeople, all those on file: residents, expected, gone, and never offered a place
    int years = 2; ///< 1 to kMostDemoYears
    int beds = 0; ///< 1 to kMostDemoBeds: never more residents at a time; 0: as many as suit the people, 60 at most
    quint32 seed = 7;
    QDate end; ///< the demonstration's today
    QString password = QStringLiteral("demo-hostel-keywork");
    bool cheapKeys = false; ///< tests only
    std::function<void(qint64 day, qint64 days)> lived = {}; ///< told each morning how far it is; changes nothing
};

/// The youngest resident with a name of their own was born in 2002 and is a grown-up in every demonstration.
inline const QDate kEarliestDemoEnd = QDate(2023, 1, 1);
inline constexpr int kMostDemoPeople = 10'000;
inline constexpr int kMostDemoYears = 20;
inline constexpr int kMostDemoBeds = 500;

/// The beds that the wish stands for.
int bedsOf(const DemoWish &wish);

/// Makes a believable hostel through the services: the same content for the same wish. Its manager signs in as
/// "Demo Manager". It is made beside the path and renamed at the end: what is killed on the way never looks like a
/// hostel's file, and is cleared away by the next one. Nothing is left behind when it fails. One that ends today holds
/// nothing that is still to come today. AlreadyExists; InUse while another one is made there.
Done makeDemoHostel(const QString &path, const DemoWish &wish);

inline const QString kDemoManager = QStringLiteral("Demo Manager");

} // namespace keywork
