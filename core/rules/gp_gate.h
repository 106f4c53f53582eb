// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace keywork {

/// A practice of the directory.
struct GpPractice {
    qint64 agency = 0;
    QString name = {};
    QString address = {};
    QString telephone = {};
    bool operator==(const GpPractice &) const = default;
};

enum class GpGateState {
    Open, ///< registered with a practice of the directory, or with one that is said to be local
    NotRegistered, ///< they say so
    NotKnown, ///< nobody has said
    WhichPractice, ///< registered, and no practice is named
};

/// Whether a specialist treatment service will ask for a GP first. It warns and never blocks.
struct GpGate {
    GpGateState state = GpGateState::NotKnown;
    QList<GpPractice> nearest = {}; ///< where it is not open: up to three, the nearest by postcode first
    bool warns() const { return state != GpGateState::Open; }
    bool operator==(const GpGate &) const = default;
};

/// Source: W, "Drug Treatment Pathways and Options": a local GP comes before specialist treatment.
/// `registered` is the answer to "registered with a local GP" (yes, no, empty: not said); how near a practice is goes by its
/// postcode beside the house's (house rule): the same district first, then the same area, then by name.
GpGate gpGate(const QString &registered, const QString &practice, QList<GpPractice> practices, const QString &houseAddress);

/// The district of the last postcode in an address ("SW9" of "12 Cairn Street, London SW9 4AB"); empty for none.
QString postcodeDistrict(const QString &address);

} // namespace keywork
