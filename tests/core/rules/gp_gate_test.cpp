// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/gp_gate.h"
#include "tests/support/catch.h"

#include <QStringList>

namespace keywork::test::gp_gate_test {

using namespace Qt::StringLiterals;

TEST_CASE("The GP gate warns unless somebody is registered with a practice that is named")
{
    struct Case {
        QString registered;
        QString practice;
        GpGateState state;
    };
    for (const Case &one : QList<Case>{
             {u"yes"_s, u"Angel Surgery"_s, GpGateState::Open}, {u"yes"_s, u" "_s, GpGateState::WhichPractice},
             {u"no"_s, {}, GpGateState::NotRegistered}, {u"no"_s, u"Angel Surgery"_s, GpGateState::NotRegistered}, // of before
             {{}, {}, GpGateState::NotKnown}, {{}, u"Angel Surgery"_s, GpGateState::NotKnown}, // a practice far away is no local one
         }) {
        INFO(one.registered.toStdString() << '/' << one.practice.toStdString());
        const GpGate gate = gpGate(one.registered, one.practice, {{1, u"Mill Lane"_s, {}, {}}}, {});
        CHECK(gate.state == one.state);
        CHECK(gate.warns() == (one.state != GpGateState::Open));
        CHECK(gate.nearest.size() == (gate.warns() ? 1 : 0));
    }
}

TEST_CASE("The nearest practices are those of the same postcode district, then of the area; three at most, and no dentist")
{
    const QList<GpPractice> practices{
        {1, u"Far Surgery"_s, u"1 High St, Leeds LS1 4AP"_s, {}},
        {2, u"Same area"_s, u"2 Low Road, London SW2 1AA"_s, {}},
        {3, u"Same district"_s, u"3 Cairn Street\nLondon sw9 4ab"_s, u"020 7946 0155"_s},
        {4, u"Bright Dental Care"_s, u"4 Cairn Street, London SW9 4AB"_s, {}},
        {5, u"Another of the district"_s, u"5 Cairn Street, London SW9 4AC"_s, {}},
        {6, u"No address"_s, {}, {}},
    };
    const auto names = [&](const QString &house) {
        QStringList found;
        for (const GpPractice &one : gpGate(u"no"_s, {}, practices, house).nearest)
            found.append(one.name);
        return found;
    };
    CHECK(names(u"12 Cairn Street, London SW9 4AB"_s) == QStringList{u"Another of the district"_s, u"Same district"_s, u"Same area"_s});
    CHECK(names(u"nowhere"_s) == QStringList{u"Another of the district"_s, u"Far Surgery"_s, u"No address"_s}); // by name
    CHECK(gpGate(u"no"_s, {}, {}, u"SW9 4AB"_s).nearest.isEmpty());
}

TEST_CASE("A postcode is read out of an address however it is written")
{
    CHECK(postcodeDistrict(u"12 Cairn Street, London SW9 4AB"_s) == u"SW9"_s);
    CHECK(postcodeDistrict(u"ec1a1bb"_s) == u"EC1A"_s);
    CHECK(postcodeDistrict(u"M1 1AE, Manchester"_s) == u"M1"_s);
    CHECK(postcodeDistrict(u"Flat 2 4AB"_s).isEmpty());
    CHECK(postcodeDistrict({}).isEmpty());
}

} // namespace keywork::test::gp_gate_test
