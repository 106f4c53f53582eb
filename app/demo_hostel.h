// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QString>
#include <functional>

namespace keywork {

struct DemoWish {
    int people = 40; ///< 1 to 10,000
    int years = 2; ///< 1 to 20
    quint32 seed = 7;
    QDate end; ///< the demonstration's today
    QString password = QStringLiteral("demo-hostel-keywork");
    bool cheapKeys = false; ///< tests only
};

/// Makes a believable hostel through the services: the same content for the same wish. Its manager signs in as
/// "Demo Manager". Nothing is left behind when it fails.
Done makeDemoHostel(const QString &path, const DemoWish &wish);

inline const QString kDemoManager = QStringLiteral("Demo Manager");

} // namespace keywork
