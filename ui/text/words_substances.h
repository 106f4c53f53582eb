// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/substance_changes.h"
#include "core/services/services.h"

#include <QHash>

/// What residents use, in sentences: plain, and never blaming.
namespace keywork::words {

/// The names of the catalogue, by id.
using SubstanceNames = QHash<qint64, QString>;
SubstanceNames substanceNames(const Services &services);

/// "Heroin: now injected, was smoked".
QString useChange(const UseChange &change, int sharedDays, const SubstanceNames &names, const Services &services);
/// "Offer: needle exchange; naloxone …"; empty for nothing.
QString useOffers(const QList<UseOffer> &offers);
/// Where what is offered comes from.
QString useOffersSource();
/// What the table of a review says; "–" for no answer.
QString useAnswer(const SubstanceUse &use, const QString &column, const Services &services);
/// "same as 2 Sep"; empty for what was said in the review.
QString sameAs(const SubstanceUse &use, QDate today);
/// "2 Sep: 20 of 28 days; 14 Sep: not talked about": what the drawing shows.
QString useHistory(const QList<UsePoint> &points, QDate today);

} // namespace keywork::words
