// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/open_hostel.h"
#include "ui/pages/page.h"

#include <QKeySequence>

namespace keywork {

/// What a place is made with.
struct PlaceContext {
    OpenHostel &hostel;
    const Services &services;
    const Navigator &navigator;
    const Visit &visit;
};

/// Something that Ctrl+K can do about a place besides opening it.
struct PlaceAction {
    const char *label = ""; ///< marked for translation, as all words of a place: QT_TRANSLATE_NOOP("places", …)
    void (*run)(const PlaceContext &here) = nullptr; ///< `here` is where the window stands
    bool (*mayDo)(const Services &) = nullptr;
    QKeySequence keys = {}; ///< does it from anywhere
};

/// One place that the window can show. Each folder of pages describes its own (its place.h); shell/places lists them.
/// Navigation, keys, Ctrl+K and where a record opens follow from it.
struct PlaceInfo {
    const char *id = "";
    const char *title = "";
    const char *foundAs = nullptr; ///< in Ctrl+K, where the title alone would say too little
    const char *titleShort = nullptr; ///< in the navigation at large text, where a long title would be cut; none: the title
    bool isInNavigation = false;
    const char *under = nullptr; ///< the place of the navigation that is checked while this one is shown; none: itself
    bool needsSubject = false; ///< it shows a resident or a record: nothing to open without one
    bool isForReading = false; ///< what it shows is typed elsewhere
    bool (*mayOpen)(const Services &) = nullptr;
    QWidget *(*make)(const PlaceContext &) = nullptr;
    /// How this place shows the record, or a new one of its kind (id 0); none when it doesn't.
    std::optional<Visit> (*whereIs)(const KeptRow &) = nullptr;
    const char *draftPart = nullptr; ///< what was typed here and not saved is told by this part of its draft's place
    QList<QKeySequence> keys = {}; ///< its own, besides its number in the navigation
    QList<PlaceAction> actions = {};
    qint64 (*waiting)(const Services &) = nullptr; ///< how much waits there for whoever is signed in, said in the navigation
};

/// Whether the person signed in works with residents and the house; an auditor reads the audit, nothing else.
bool worksInHouse(const Services &services);
bool managesHouse(const Services &services);
/// Whether a kind of the place may be read: the page would be empty otherwise.
bool mayReadAnyOf(Place place, const Services &services);
/// For places that are the lists of their kinds.
std::optional<Visit> whereListed(const char *id, Place place, const KeptRow &kept);

} // namespace keywork
