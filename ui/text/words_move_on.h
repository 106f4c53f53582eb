// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/move_on.h"

#include <QStringList>

namespace keywork::words {

/// Where moving on stands, a sentence each: since when they are here, the house's own months, what is planned, contact.
QStringList moveOnSentences(const MoveOnPicture &picture, QDate today);
/// "Back within a year: was here from … to …"; empty where it is no return.
QString returnSentence(const std::optional<Stay> &before);
/// What of the moving day nobody sees to yet; empty: somebody does of everything that is asked.
QString unplannedSentence(const QList<MoveGap> &gaps);
/// Days about the moving day on which no prescription is known to cover them; empty: none.
QString uncoveredSentence(const QList<QDate> &days);
/// Of one area: their view, the worker's, and that the two differ.
QString readinessSentence(const ReadinessLine &line);
QString leavingLine(const LeavingLine &line);
/// "3 months (14 Dec 2026): tried, not reached, 2 tries".
QString followUpSentence(const FollowUpLine &line);
QString contactSentence(const std::optional<PostMoveContact> &contact, QDate today);

} // namespace keywork::words
