// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/custody.h"
#include "core/services/services.h"

namespace keywork {

class RecordEditor;

/// What the form of a line of the register is opened for.
struct CustodyWish {
    CustodyAct act = CustodyAct::In;
    Id<HeldMedicine> held = {}; ///< none: a medicine that is not held yet
    Id<CustodyEntry> about = {}; ///< of a correction, a second name, a review

    /// As its draft's place names it, and back; none for a text that says none.
    QString part() const;
    static std::optional<CustodyWish> fromPart(const QString &part);
};

/// The form of one more line on `page`, with nothing counted yet. What it is about stands above its fields.
RecordEditor *entryEditor(const Services &services, const HeldPage &page, const CustodyWish &wish);
/// The form of a medicine that is not held yet, with its first line below: one save for both.
RecordEditor *handInEditor(const Services &services, Id<Person> person);
/// "Hand over: Pregabalin 75 mg".
QString custodyTitle(const CustodyWish &wish, const HeldPage &page);

/// The name of what stands at each medicine: "heldCount-3".
QString heldName(const QString &what, const HeldPage &page);
/// Of the button there that begins a line of this kind, without the number.
QString buttonOfAct(CustodyAct act);

} // namespace keywork
