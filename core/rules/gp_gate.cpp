// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/gp_gate.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qsizetype kNearestPractices = 3;

QString postcodeArea(const QString &district)
{
    qsizetype letters = 0;
    while (letters < district.size() && district.at(letters).isLetter())
        ++letters;
    return district.left(letters);
}

/// 0: the same district; 1: the same area; 2: elsewhere, or nobody knows where.
int howFarAway(const QString &address, const QString &houseDistrict)
{
    const QString district = postcodeDistrict(address);
    if (district.isEmpty() || houseDistrict.isEmpty())
        return 2;
    return district == houseDistrict ? 0 : postcodeArea(district) == postcodeArea(houseDistrict) ? 1 : 2;
}

bool isDentist(const GpPractice &practice) { return practice.name.contains(u"dent"_s, Qt::CaseInsensitive); }

} // namespace

QString postcodeDistrict(const QString &address)
{
    static const QRegularExpression postcode(
        u"\\b([A-Z]{1,2}[0-9][A-Z0-9]?)\\s*[0-9][A-Z]{2}\\b"_s, QRegularExpression::CaseInsensitiveOption);
    QString district;
    auto found = postcode.globalMatch(address);
    while (found.hasNext())
        district = found.next().captured(1).toUpper();
    return district;
}

GpGate gpGate(const QString &registered, const QString &practice, QList<GpPractice> practices, const QString &houseAddress)
{
    GpGate gate;
    if (registered == u"no"_s)
        gate.state = GpGateState::NotRegistered;
    else if (registered != u"yes"_s)
        gate.state = GpGateState::NotKnown;
    else
        gate.state = practice.trimmed().isEmpty() ? GpGateState::WhichPractice : GpGateState::Open;
    if (!gate.warns())
        return gate;
    const QString house = postcodeDistrict(houseAddress);
    practices.removeIf(isDentist); // the directory has them in one category with GPs
    std::sort(practices.begin(), practices.end(), [&house](const GpPractice &a, const GpPractice &b) {
        const auto key = [&house](const GpPractice &one) { return std::tuple(howFarAway(one.address, house), one.name, one.agency); };
        return key(a) < key(b);
    });
    gate.nearest = practices.first(std::min(practices.size(), kNearestPractices));
    return gate;
}

} // namespace keywork
