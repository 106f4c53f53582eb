// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace keywork {

/// What a tab of a resident's record is made with.
struct TabContext {
    Id<Person> person;
    const Services &services;
    const Navigator &navigator;
    std::function<void(const QString &id)> showTab;
};

/// One tab of a resident's record. Buttons, keys and where their records open follow from it.
struct ResidentTab {
    const char *id = "";
    const char *title = ""; ///< marked for translation: QT_TRANSLATE_NOOP("resident", …)
    bool (*mayOpen)(const Services &) = nullptr;
    Page *(*make)(const TabContext &) = nullptr; ///< with everything on it; called when it is first shown
    bool (*shows)(const RecordType &) = nullptr; ///< whether records of the kind stand on it
    const char *draftPart = nullptr; ///< of a form here about a record of another tab: the part of its draft's place
};

/// In the order of the screen; the first one opens by itself.
const QList<ResidentTab> &residentTabs();
/// Null for a kind that stands on none.
const ResidentTab *tabShowing(const RecordType &type);

} // namespace keywork
