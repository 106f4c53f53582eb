// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"
#include "core/services/services.h"
#include "ui/pages/page.h"

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

/// Below a series of timed checks, running or over: what was missed and what was done, in its order, and a resident's on paper.
/// Nothing below any other kind.
void addChecksDone(const KeptRow &row, QVBoxLayout *below, const Services &services, const Navigator &navigator);
/// Below a record that asks for them (somebody seemed intoxicated): a button that begins the form with why and since when.
void addStartOfChecks(QVBoxLayout *below, const Services &services, const std::function<void(const QVariantMap &start)> &begin);
/// A check stands below its series: where a check is to be shown, the series it belongs to. None for any other record.
std::optional<RecordRef> seriesOfCheck(const RecordRef &record, const Services &services);

} // namespace keywork
