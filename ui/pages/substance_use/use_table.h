// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/substance_changes.h"
#include "core/services/services.h"

#include <QHash>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

/// The head of the table of what somebody uses; nothing at large text, where each answer says what it answers.
void addUseHead(QVBoxLayout *place, const QList<UseReview> &all, QDate today);
/// One substance: the answers that matter most, and its history as a small drawing.
void addUseLine(QVBoxLayout *table, const SubstanceUse &use, const QList<UseReview> &all, const QHash<qint64, QString> &names,
    const Services &services);
/// The lines of "What changed": sentences, and what may help below those that are flagged.
void addUseChanges(QVBoxLayout *place, const UseComparison &comparison, const QHash<qint64, QString> &names, const Services &services);

} // namespace keywork
