// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/families.h"
#include "core/services/services.h"
#include "ui/forms/children_part.h"

namespace keywork {

/// Everything that is a part of one record, kind by kind, below its form.
class FamilyParts : public QWidget {
    Q_OBJECT
public:
    FamilyParts(const RecordType &head, const Services &services, QWidget *parent = nullptr);

    void load(const QList<KeptRow> &parts);
    /// Lists of parts that this head does not have (`RecordType::partWhen`) are left out; one that holds something stays.
    void showFor(const Row &head);
    /// The record with its parts as they stand here and what colleagues did meanwhile; what is wrong with anything new is said
    /// at once, before anything is kept.
    Result<Family> family(const KeptRow &head);
    /// Those under a part's column are shown in its form. Gives the others.
    Violations showViolations(const Violations &violations);
    QJsonObject toDraft() const;
    void fromDraft(const QJsonObject &draft);

Q_SIGNALS:
    void edited();

private:
    Violations bringIn(qint64 head);
    QList<KeptRow> parts() const;
    const RecordType &m_head;
    const Services m_services;
    QList<ChildrenPart *> m_kinds;
};

} // namespace keywork
