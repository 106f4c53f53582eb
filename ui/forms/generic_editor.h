// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"
#include "core/services/records/records.h"
#include "ui/forms/record_editor.h"

namespace keywork {

/// What an editor of any kind is opened with.
struct GenericEditing {
    std::optional<KeptRow> known = {}; ///< none: a new one
    Row start = {}; ///< what the form opens with
    QList<KeptRow> parts = {}; ///< what a new one begins with
    qint64 person = 0; ///< for whom a new one was begun, when its row does not say so
    QString title = {}; ///< none: the kind's
    bool offersAnother = false; ///< "Save and add another", for a new one
    std::function<void(const KeptRow &)> kept = {}; ///< told what is saved, before saved()
};

/// Opens an editor for a new or a known record with the generic service behind it; what is a part of the record is edited
/// and saved with it.
RecordEditor *genericEditor(const Services &services, const RecordType &type, const GenericEditing &editing);
RecordEditor *genericEditor(const Services &services, const RecordType &type, const std::optional<KeptRow> &known, const Row &start);
/// Of a form of a known record: that it is only read where somebody in it is restricted, and what a colleague saved meanwhile.
void setUpKnown(RecordEditor::Setup &setup, const Services &services, const KeptRow &known);
/// Whether whoever is signed in may only read this record: somebody in it is restricted for them.
bool isLocked(const Records &records, const KeptRow &known);

} // namespace keywork
