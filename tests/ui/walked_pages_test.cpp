// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/agency.h"
#include "core/services/records/records.h"
#include "tests/support/large_text.h"
#include "tests/ui/page_walk.h"
#include "ui/forms/record_form.h"
#include "ui/pages/care_plan/area_button.h"
#include "ui/print/referral_document.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/table_fit.h"
#include "ui/widgets/text_button.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QPointer>
#include <QScrollBar>
#include <QStyleOptionComboBox>

namespace keywork::test::walked_pages_test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRounding = 3; ///< pixels that fonts and style sheets round by

template <class W> QList<W *> seen(QWidget &page)
{
    QList<W *> some;
    for (W *one : page.findChildren<W *>())
        if (one->isVisibleTo(&page) && one->isVisible())
            some.append(one);
    return some;
}

QString lineAt(const QAbstractItemModel &model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(model.index(row, column).data().toString());
    return cells.join(u" | "_s);
}

/// Of a label that is shown: whether some of its words have no room, and nothing else says them.
bool isCut(const QLabel &label)
{
    if (label.text().isEmpty() || !label.pixmap(Qt::ReturnByValue).isNull() || !label.toolTip().isEmpty())
        return false;
    if (!label.wordWrap())
        return label.sizeHint().width() > label.width() + kRounding;
    return label.heightForWidth(label.width()) > label.height() + kRounding;
}

bool isCut(const QAbstractButton &button)
{
    const bool wraps = qobject_cast<const TextButton *>(&button) || button.layout(); // its labels are looked at
    return !wraps && !button.text().isEmpty() && button.sizeHint().width() > button.width() + kRounding;
}

/// A box that has no room for what was chosen says it in full below, or in its tooltip, with "…" as the sign of it.
bool isCut(const QComboBox &box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    const int room = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box).width();
    if (box.fontMetrics().horizontalAdvance(box.currentText()) <= room + kRounding)
        return false;
    const auto *says = qobject_cast<const ChoiceBox *>(&box);
    return !says || says->toolTip().isEmpty();
}

QStringList cutTexts(QWidget &page)
{
    QStringList cut;
    for (const QComboBox *box : seen<QComboBox>(page))
        if (isCut(*box))
            cut.append(u"box “%1” of %2: %3"_s.arg(box->currentText(), box->objectName()).arg(box->width()));
    for (const AreaButton *area : seen<AreaButton>(page)) // made of labels, which are looked at; as wide as their list
        if (area->height() + kRounding < area->heightForWidth(area->width()) || area->width() > area->parentWidget()->width())
            cut.append(u"area “%1”: %2 × %3"_s.arg(area->accessibleName()).arg(area->width()).arg(area->height()));
    for (const QLabel *label : seen<QLabel>(page))
        if (isCut(*label))
            cut.append(u"label “%1” in %2: %3 × %4"_s.arg(label->text().left(60), label->parentWidget()->objectName())
                           .arg(label->width())
                           .arg(label->height()));
    for (const QAbstractButton *button : seen<QAbstractButton>(page))
        if (isCut(*button))
            cut.append(u"button “%1”: %2 of %3"_s.arg(button->text().left(60)).arg(button->width()).arg(button->sizeHint().width()));
    for (const QTableView *table : seen<QTableView>(page)) {
        const auto fits = page.findChildren<TableFit *>();
        const auto fit = std::find_if(fits.cbegin(), fits.cend(), [table](const TableFit *one) { return one->view() == table; });
        if (fit == fits.cend())
            cut.append(u"table “%1” has no way for what has no room"_s.arg(table->accessibleName()));
        else if ((*fit)->isCut() && !(*fit)->isVisible())
            cut.append(u"table “%1” does not say its line in full"_s.arg(table->accessibleName()));
    }
    return cut;
}

struct Walked {
    EveryKind kinds;
    MainWindow window;

    explicit Walked(QSize size)
        : kinds(u"Willow Bartholomew"_s, print::PdfRenderer())
        , window(kinds.hostel.clock)
    {
        window.resize(size);
        window.show();
        window.activateWindow();
        window.enter(shared(kinds.hostel));
        window.idleWatch()->stop(); // this house covers its names after a second
    }
    QWidget &page() { return *window.workspace()->currentPage(); }
    /// Timers of what was made.
    static void rest()
    {
        QTest::qWait(5);
        Screen::settle();
    }
};

} // namespace

TEST_CASE("At every size of text no text of any page is cut without another way to read it")
{
    for (const int percent : {100, 150, 200}) {
        const TextSize size(percent);
        Walked at({1366, 768});
        walkPages(at.window, at.kinds, [&](const QString &where) {
            Walked::rest();
            for (const QString &cut : cutTexts(at.page())) {
                INFO(percent << " %, " << where.toStdString() << ": " << cut.toStdString());
                CHECK(false);
            }
        });
    }
}

TEST_CASE("At large text a preview below a list is read to its end by keys")
{
    const TextSize size(200);
    Walked at({1024, 768});
    int previews = 0;
    for (const QString &place : {u"room-lists"_s, u"incidents"_s, u"partners"_s, u"residents"_s}) {
        at.window.workspace()->openPlace(place);
        Walked::rest();
        for (QTableView *list : seen<QTableView>(at.page())) {
            if (!list->model() || list->model()->rowCount() == 0)
                continue;
            list->setFocus();
            list->setCurrentIndex(list->model()->index(0, 0));
            QTest::keyClick(list, Qt::Key_Space);
            Walked::rest();
            const auto texts = at.page().findChildren<QLabel *>(u"listPreviewText"_s);
            const auto shown = std::find_if(texts.cbegin(), texts.cend(), [](const QLabel *one) { return one->isVisible(); });
            INFO(place.toStdString());
            REQUIRE(shown != texts.cend());
            const QLabel *text = *shown;
            const auto isAtEnd = [text] { return text->y() + text->height() <= text->parentWidget()->height() + kRounding; };
            for (int i = 0; i < 60 && !isAtEnd(); ++i)
                QTest::keyClick(list, Qt::Key_Down, Qt::ControlModifier);
            CHECK(isAtEnd());
            CHECK(text->width() <= text->parentWidget()->width());
            CHECK(text->heightForWidth(text->width()) <= text->height() + kRounding);
            ++previews;
        }
    }
    CHECK(previews >= 3);
}

TEST_CASE("On a small screen with the largest text no page is wider than its place")
{
    const TextSize size(200);
    Walked at({1024, 768});
    walkPages(at.window, at.kinds, [&](const QString &where) {
        Walked::rest();
        INFO(where.toStdString());
        const QWidget *place = at.page().parentWidget();
        for (const QWidget *part : seen<QWidget>(at.page()))
            if (part->minimumSizeHint().width() > place->width() && part->findChildren<QWidget *>().isEmpty())
                UNSCOPED_INFO(part->metaObject()->className()
                    << ' ' << part->objectName().toStdString() << " takes " << part->minimumSizeHint().width() << " of " << place->width());
        CHECK(at.page().width() <= place->width());
        CHECK(at.window.width() <= 1024);
    });
}

TEST_CASE("In every list the same line stays selected when the page is read anew")
{
    Walked at({1366, 768});
    int lists = 0;
    int agencies = 0;
    walkPages(at.window, at.kinds, [&](const QString &where) {
        QList<QPair<QPointer<QAbstractItemView>, QString>> chosen;
        for (QAbstractItemView *view : seen<QAbstractItemView>(at.page())) {
            const QAbstractItemModel *model = view->model();
            if (!model || model->rowCount() < 2 || qobject_cast<QHeaderView *>(view))
                continue;
            const int row = model->rowCount() / 2;
            view->setCurrentIndex(model->index(row, 0));
            chosen.append({view, lineAt(*model, row)});
        }
        if (chosen.isEmpty())
            return;
        need(at.kinds.services().records.add(
            Agency{u"AA agency %1"_s.arg(++agencies), {u"debt"_s}, {}, {}, {}, {}, {}, {}, {}})); // before all others
        Screen::settle();
        for (const auto &[view, line] : std::as_const(chosen)) {
            INFO(where.toStdString() << ": " << line.toStdString());
            REQUIRE(view);
            CHECK(lineAt(*view->model(), view->currentIndex().row()) == line);
            ++lists;
        }
    });
    CHECK(lists >= 3); // audit, history, timeline: else there was nothing to choose among
}

TEST_CASE("Fields beside each other in a form stand at one height")
{
    for (const int percent : {100, 130}) { // larger text has one column
        const TextSize size(percent);
        Walked at({1366, 768});
        int pairs = 0;
        walkPages(at.window, at.kinds, [&](const QString &where) {
            for (const RecordForm *form : seen<RecordForm>(at.page())) {
                QHash<int, QPair<int, QString>> tops; // of the first field of each line
                for (const FieldEditor *editor : form->findChildren<FieldEditor *>()) {
                    if (!editor->isVisibleTo(form) || !qobject_cast<const QWidget *>(editor->input())->isVisibleTo(form))
                        continue;
                    const int top = editor->input()->mapTo(form, QPoint()).y();
                    const auto before = tops.constFind(editor->y());
                    if (before == tops.constEnd()) {
                        tops.insert(editor->y(), {top, editor->column()});
                        continue;
                    }
                    INFO(percent << " %, " << where.toStdString() << ": " << before->second.toStdString() << " and "
                                 << editor->column().toStdString());
                    CHECK(before->first == top);
                    ++pairs;
                }
            }
        });
        CHECK(pairs > 50);
    }
}

} // namespace keywork::test::walked_pages_test
