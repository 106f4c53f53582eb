// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health_checks.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/desk.h"
#include "tests/support/services.h"
#include "ui/pages/health/health_page.h"
#include "ui/pages/resident/resident_page.h"

namespace keywork::test::weight_screen_test {

using namespace Qt::StringLiterals;

namespace {

struct Scales {
    Desk desk;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(desk.made);

    void weigh(QDate on, const QString &kilograms)
    {
        Measurement one;
        one.personId = ben.id;
        one.measuredOn = on;
        one.weightUnit = WeightUnit::Kilograms;
        one.kilograms = Decimal::fromText(kilograms);
        need(desk.services().records.add(one));
    }
    void measure(QDate on, const QString &centimetres)
    {
        Measurement one;
        one.personId = ben.id;
        one.kind = MeasurementKind::Height;
        one.measuredOn = on;
        one.centimetres = Decimal::fromText(centimetres);
        need(desk.services().records.add(one));
    }
    void open()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    HealthPage *tab(const RecordRef &record = {})
    {
        desk.window.workspace()->visit(residentVisit(ben.id.value, u"health"_s, record));
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *page = qobject_cast<HealthPage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
    QString summary() { return desk.screen.find<QLabel>(u"weightSummary"_s)->text(); }
};

} // namespace

TEST_CASE("Weight over time stands above the lists of health once there is one, with an index once a height is known")
{
    Scales at;
    at.open();
    CHECK_FALSE(at.tab()->findChild<QLabel *>(u"weightSummary"_s)->isVisibleTo(&at.desk.window)); // nothing is on file
    at.weigh(QDate(2026, 8, 4), u"58"_s);
    at.tab();
    CHECK(at.summary() == u"4 Aug 2026: 58.0 kg (9 st 1.9 lb)\nNo height is on file, so no body mass index is worked out.");
    CHECK_FALSE(at.tab()->findChild<WeightLine *>()->isVisibleTo(&at.desk.window)); // one weight is no line
    at.weigh(QDate(2026, 9, 10), u"62.5"_s);
    at.measure(QDate(2026, 8, 4), u"171"_s);
    HealthPage *page = at.tab();
    CHECK(at.summary()
        == u"10 Sep 2026: 62.5 kg (9 st 11.8 lb), body mass index 21.4 (kg/m²; 171 cm, measured 4 Aug 2026)\n"
           "4.5 kg more than on 4 Aug 2026, when it was 58.0 kg.");
    auto *line = page->findChild<WeightLine *>();
    CHECK(line->isVisibleTo(&at.desk.window));
    CHECK(line->accessibleDescription().count(u'\n') == 1);
    CHECK_FALSE(line->grab().toImage().allGray()); // it is drawn
    page = at.tab({u"measurement"_s, 0});
    CHECK_FALSE(page->findChild<WeightLine *>()->isVisibleTo(&at.desk.window)); // a form has the whole room
}

} // namespace keywork::test::weight_screen_test
