// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <functional>

namespace keywork {

/// A hostel with invented residents, in a file of its own, that anybody may try; made by the program around the window.
struct Demonstration {
    std::function<Done(const QString &path)> make; ///< for a worker; none: there is no demonstration to be had
    QString path; ///< where it lies; one that is there already is opened
    QString name; ///< who signs in, and with what: it holds nobody's data
    QString password;
};

} // namespace keywork
