// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/text/words_handover.h"

namespace keywork {

/// What is read out, most pressing first: what two minutes hold, with the writer's own words behind what comes first, then the
/// rest, to be read by oneself.
void addHandoverTexts(QVBoxLayout *layout, const QList<words::HandoverText> &texts, const QString &ownWords);
/// Below the form of a handover: what it told, who acknowledged it, the way to acknowledge and to print it.
void addBelowHandover(const Kept<Handover> &handover, QVBoxLayout *below, const Services &services, const Navigator &navigator);
/// "I have read it", for whoever may say so; null for whoever wrote it or said it before.
QWidget *acknowledgement(
    const Kept<Handover> &handover, const QList<Kept<HandoverRead>> &reads, const Services &services, const Navigator &navigator);
void previewHandover(Id<Handover> handover, const Services &services, const Navigator &navigator);

} // namespace keywork
