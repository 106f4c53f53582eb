// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/place.h"

namespace keywork {

struct DraftPlace;

/// Every place of the window; those of the navigation in its order.
const QList<PlaceInfo> &places();
/// Null for a name that no place has.
const PlaceInfo *placeNamed(const QString &id);
/// What whoever is signed in sees on the left; Ctrl+1 opens the first, Ctrl+F1 the tenth.
QList<const PlaceInfo *> navigation(const Services &services);
/// The key of the nth entry of the navigation, from 0.
QString navigationKey(qsizetype index);
QString titleOf(const PlaceInfo &place);

/// Where the record is shown; none when no place shows its kind.
std::optional<Visit> visitTo(const KeptRow &kept);
/// Where something unsaved is typed on; none when it is offered back in another way, or may not be opened any more.
std::optional<Visit> visitTo(const DraftPlace &draft, const Services &services);

} // namespace keywork
