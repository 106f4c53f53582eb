// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/discreet.h"
#include "core/services/care/care_plans.h"
#include "core/services/records/records.h"
#include "tests/support/pdf_text.h"
#include "tests/support/screen.h"
#include "ui/print/care_plan_document.h"
#include "ui/print/emergency_sheet.h"

#include <QImage>
#include <QPainter>

namespace keywork::test::plan_paper_test {

using namespace Qt::StringLiterals;

namespace {

PlanSnapshot::Goal goalOf(const QString &statement, int steps)
{
    PlanSnapshot::Goal goal;
    goal.statement = statement;
    goal.agreement = QString::fromLatin1(codeOf(GoalAgreement::Agreed));
    for (int i = 1; i <= steps; ++i) {
        PlanSnapshot::Step step;
        step.what = u"Step %1 of %2"_s.arg(i, 2, 10, QChar(u'0')).arg(statement);
        goal.steps.append(step);
    }
    return goal;
}

PlanSnapshot planWith(const QList<PlanSnapshot::Goal> &goals)
{
    PlanSnapshot plan;
    plan.planNumber = u"CP-0001"_s;
    plan.version = 1;
    plan.person = u"Ben Barker"_s;
    plan.hostel = u"Cairn Street"_s;
    for (const Area area : allOf<Area>()) {
        PlanSnapshot::AreaPart part;
        part.area = QString::fromLatin1(codeOf(area));
        if (area == Area::Debt)
            part.goals = goals;
        plan.areas.append(part);
    }
    return plan;
}

qsizetype pageWith(const QStringList &pages, const QString &words)
{
    for (qsizetype i = 0; i < pages.size(); ++i)
        if (pages.at(i).contains(words))
            return i;
    return -1;
}

} // namespace

TEST_CASE("A goal that goes on overleaf says there whose area and which goal it is")
{
    const QStringList pages = pdfPages(print::carePlanDocument(planWith({goalOf(u"pay"_s, 80)}), {}, print::CopyKind::Full));
    REQUIRE(pages.size() > 1);
    CHECK(pages.first().contains(u"Step 01 of pay"_s));
    CHECK(pageWith(pages, u"Step 80 of pay"_s) > 0);
    for (qsizetype i = 1; i <= pageWith(pages, u"Step 80 of pay"_s); ++i) {
        INFO(i << ": " << pages.at(i).left(200).toStdString());
        CHECK(pages.at(i).contains(u"continued"_s));
        CHECK(pages.at(i).contains(u"What I want"_s)); // the table's head
        CHECK(pages.at(i).indexOf(u"Debt"_s) >= 0);
        CHECK(pages.at(i).indexOf(u"Debt"_s) < pages.at(i).indexOf(u"Step"_s));
    }
    CHECK_FALSE(pages.first().contains(u"continued"_s));
}

TEST_CASE("A goal stays whole with its steps where a page has room for it")
{
    QList<PlanSnapshot::Goal> goals;
    for (int i = 1; i <= 12; ++i)
        goals.append(goalOf(u"goal%1"_s.arg(i, 2, 10, QChar(u'0')), 9));
    const QStringList pages = pdfPages(print::carePlanDocument(planWith(goals), {}, print::CopyKind::Full));
    REQUIRE(pages.size() > 1);
    for (int i = 1; i <= 12; ++i) {
        const QString name = u"goal%1"_s.arg(i, 2, 10, QChar(u'0'));
        INFO(name.toStdString());
        CHECK(pageWith(pages, u"Step 01 of "_s + name) == pageWith(pages, u"Step 09 of "_s + name));
    }
}

TEST_CASE("Each part of a table that goes on is closed by its line")
{
    print::Document document = print::carePlanDocument(planWith({goalOf(u"pay"_s, 80)}), {}, print::CopyKind::Full);
    QImage page(595, 842, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.scale(595 / print::Document::sheet().width(), 842 / print::Document::sheet().height());
    document.paintPage(painter, 0);
    painter.end();
    // From the foot upwards the first line of the table goes from one side to the other.
    const auto inked = [&](int y) {
        int pixels = 0;
        for (int x = 60; x < 535; ++x)
            pixels += qGray(page.pixel(x, y)) < 250 ? 1 : 0;
        return pixels;
    };
    int lowest = 790; // above the foot
    while (lowest > 0 && inked(lowest) == 0)
        --lowest;
    bool isClosed = false;
    for (int y = lowest; y > lowest - 6; --y)
        isClosed = isClosed || inked(y) > 470;
    CHECK(isClosed);
}

TEST_CASE("Where naloxone is kept is said once, and stands on the plan and the emergency sheet, not on a discreet copy")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    Services &services = hostel.services();
    const auto sheet = [&] {
        return pdfPages(print::emergencySheet(need(print::emergencyFacts(services, ben.id)), services.records.choices())).join(u' ');
    };
    CHECK(sheet().contains(u"Naloxone in this house not known to us"_s));
    auto house = need(services.records.all<House>()).first();
    house.value.naloxonePlace = u"reception, red bag"_s;
    need(services.records.amend(house));
    CHECK(sheet().contains(u"Naloxone in this house reception, red bag"_s));
    need(services.plans.saveArea(ben.id, CarePlanArea{}));
    const auto issued = need(services.plans.issue(ben.id));
    const PlanSnapshot plan = need(services.plans.snapshotOf(issued.id));
    CHECK(plan.naloxonePlace == u"reception, red bag");
    CHECK(PlanSnapshot::fromJson(plan.toJson()) == plan);
    CHECK(pdfPages(print::carePlanDocument(plan, {}, print::CopyKind::Full)).join(u' ').contains(u"Naloxone in this house: reception"_s));
    CHECK_FALSE(pdfPages(print::carePlanDocument(plan, {}, print::CopyKind::Discreet)).join(u' ').contains(u"red bag"_s));
    PlanSnapshot before = plan;
    before.naloxonePlace.clear(); // as a version from before was kept: its fingerprint stays
    CHECK_FALSE(canonicalJson(before).contains("naloxone"));
}

TEST_CASE("The name in the foot stands in the middle of the sheet")
{
    print::Document document;
    document.footMiddle = u"Ben Barker"_s;
    document.add(print::text({{u"x"_s, false, false}}));
    QImage page(1190, 1684, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.scale(1190 / print::Document::sheet().width(), 1684 / print::Document::sheet().height());
    document.paintPage(painter, 0);
    painter.end();
    int left = 1190;
    int right = 0;
    for (int y = 1560; y < 1640; ++y)
        for (int x = 300; x < 890; ++x) // without the page's number at the right
            if (qGray(page.pixel(x, y)) < 200) {
                left = std::min(left, x);
                right = std::max(right, x);
            }
    REQUIRE(left < right);
    CHECK(std::abs((left + right) / 2 - 595) <= 4);
}

TEST_CASE("Each answer that is ticked at the end of a plan stays on one line, in large print, too")
{
    for (const auto kind : {print::CopyKind::Full, print::CopyKind::LargePrint, print::CopyKind::Discreet}) {
        QStringList lines
            = pdfText(print::carePlanDocument(planWith({goalOf(u"Pay the fine"_s, 1)}), {}, kind).toPdf(), {u"-raw"_s}).split(u'\n');
        for (QString &line : lines)
            line = line.simplified(); // a blank that does not break is one
        for (const QString &answer :
            {u"I helped to make this plan."_s, u"It was read to me."_s, u"I have a copy."_s, u"I agree to it."_s}) {
            INFO(int(kind) << ": " << answer.toStdString());
            CHECK(std::any_of(lines.cbegin(), lines.cend(), [&](const QString &line) { return line.contains(answer); }));
        }
    }
}

} // namespace keywork::test::plan_paper_test
