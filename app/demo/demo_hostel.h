// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QString>

namespace keywork {

struct DemoWish {
    int people = 40; ///< 1 to kMostDemoPeople, all those on file: residents, expected, gone, and never offered a place
    int years = 2; ///< 1 to kMostDemoYears
    int beds = 0; ///< 1 to kMostDemoBeds: never more residents at a time; 0: as many as suit the people, 60 at most
    quint32 seed = 7;
    QDate end; ///< the demonstration's today
    QString password = QStringLiteral("demo-hostel-keywork");
    bool cheapKeys = false; ///< tests only
};

inline constexpr int kMostDemoPeople = 10'000;
inline constexpr int kMostDemoYears = 20;
inline constexpr int kMostDemoBeds = 500;

/// The beds that the wish stands for.
int bedsOf(const DemoWish &wish);

/// Makes a believable hostel through the services: the same content for the same wish. Its manager signs in as
/// "Demo Manager". Nothing is left behind when it fails.
Done makeDemoHostel(const QString &path, const DemoWish &wish);

inline const QString kDemoManager = QStringLiteral("Demo Manager");

} // namespace keywork
