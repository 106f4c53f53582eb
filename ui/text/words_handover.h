// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/handovers.h"
#include "core/services/services.h"

namespace keywork::words {

/// One thing that is read out: about whom, and what. What is said of several people in the same words is one.
struct HandoverText {
    HandoverSection section = HandoverSection::Happened;
    QString when; ///< "07:30", "Sun 29 Nov 23:40"; of something due: until when; empty: not said, or several times
    QString who; ///< "Dean Parker, room 4"; empty: the house
    QString said;
    QString kind; ///< the record that it tells of
    qint64 record = 0;

    /// In one line: "23:40, Dean Parker, room 4: Arrived, room 4".
    QString line() const;
};

/// What is to be told now, in the order in which it is read.
QList<HandoverText> handoverTexts(const QList<ToHandOver> &told, const Services &services);
/// The same of what was kept when a handover was finished: as it was read then, and of what whoever finished it might not read,
/// as it stands now.
QList<HandoverText> handoverTexts(const QList<Kept<HandoverLine>> &lines, const Services &services);
/// What is kept of it: a line for each person, with the words as they are now.
QList<HandoverLine> linesToKeep(const QList<ToHandOver> &told, const Services &services);

/// How many of them are read aloud in two minutes, with the words that were written beside them.
qsizetype readAloud(const QList<HandoverText> &texts, const QString &ownWords);
QString titleOf(HandoverSection section);
/// "Night, Sun 29 Nov"; of a house without shifts "Sun 29 Nov".
QString shiftTitle(const Handover &handover, const Services &services);
/// "Acknowledged by Ana Ruiz, 07:42, and Ben Cole, 07:45"; says when nobody has.
QString acknowledgedBy(const QList<Kept<HandoverRead>> &reads, const Services &services);

} // namespace keywork::words
