// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/desk/roll_call_page.h"

#include "core/base/text.h"
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "core/services/sharing/disclosures.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/printing/print_job.h"
#include "ui/pages/shown_kinds.h"
#include "ui/print/roll_call_document.h"
#include "ui/text/words.h"
#include "ui/text/words_desk.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

RollCallPage::RollCallPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(10);
    layout->addLayout(buildButtons());
    m_count = label({}, "title", true);
    m_count->setObjectName(u"rollCount"_s);
    layout->addWidget(m_count);
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"rollMessage"_s);
    layout->addWidget(m_message);
    m_ending = new QWidget;
    auto *ending = new QVBoxLayout(m_ending);
    ending->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_ending);
    auto *find = wrappingLine(8);
    m_filter = labelledLine(find, tr("Find by name or &room; Enter ticks the first"), "rollFilter");
    m_filter->setAccessibleName(tr("Find by name or room; Enter ticks the first"));
    connect(m_filter, &QLineEdit::textChanged, this, [this] { show(); });
    connect(m_filter, &QLineEdit::returnPressed, this, &RollCallPage::tickFirst, Qt::QueuedConnection);
    layout->addLayout(find);
    m_list = new QWidget;
    auto *rows = new QVBoxLayout(m_list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    layout->addWidget(ownScroll(m_list), 1);
    reload();
    if (m_now && m_services.drafts.places().contains(endingPlace()))
        openEnding(); // what was typed is offered back where it was typed
    else
        begunFocus();
}

DraftPlace RollCallPage::endingPlace() const
{
    return {.kind = u"roll_call"_s, .record = m_now && m_now->call ? m_now->call->id.value : 0, .part = QString::fromLatin1(kRollEnding)};
}

/// Paper is one press away; who keeps nothing of what leaves prints nothing, and ticks.
void RollCallPage::begunFocus()
{
    giveKeys(!m_now ? static_cast<QWidget *>(m_begin) : mayPrint() ? m_running.first() : static_cast<QWidget *>(m_filter));
}

bool RollCallPage::mayPrint() const { return m_services.records.mayAdd(recordType<Disclosure>()); }

QLayout *RollCallPage::buildButtons()
{
    auto *line = wrappingLine(8);
    line->addWidget(label(tr("Roll call"), "title"));
    pushRight(line);
    m_begin = button(tr("&Begin a roll call now"), "primary");
    m_begin->setObjectName(u"rollBegin"_s);
    connect(m_begin, &QPushButton::clicked, this, &RollCallPage::begin, Qt::QueuedConnection);
    line->addWidget(m_begin);
    const auto add = [&](const QString &text, const QString &name, const char *look, void (RollCallPage::*press)()) {
        auto *way = button(text, look);
        way->setObjectName(name);
        connect(way, &QPushButton::clicked, this, press, Qt::QueuedConnection);
        line->addWidget(way);
        m_running.append(way);
    };
    add(tr("&Print now"), u"rollPrint"_s, "primary", &RollCallPage::printNow);
    add(tr("Choose a printer or a &file…"), u"rollPreview"_s, "", &RollCallPage::preview);
    for (QPushButton *onPaper : std::as_const(m_running)) {
        onPaper->setEnabled(mayPrint());
        onPaper->setToolTip(mayPrint() ? QString() : tr("Relief, support and keyworkers print it. Tick here; nothing is lost."));
    }
    add(tr("&End the roll call…"), u"rollEnd"_s, "", &RollCallPage::openEnding);
    add(tr("Begun by mistake"), u"rollMistake"_s, "link", &RollCallPage::takeBack);
    return line;
}

void RollCallPage::reload()
{
    const auto running = m_services.rollCalls.running();
    const auto now = running && *running ? m_services.rollCalls.read(**running) : Result<RollCallNow>(Error{});
    m_now = running && *running && now ? std::optional(*now) : std::nullopt;
    if (running && *running && !now)
        showMessage(m_message, words::error(now.error()));
    show();
}

void RollCallPage::showNone()
{
    m_count->setText(tr("No roll call goes on."));
    auto *said = label(tr("F9 begins one from anywhere: it is written down at once, and can be printed and ticked. Earlier ones and drills "
                          "stand under In and out."),
        "soft", true);
    m_list->layout()->addWidget(said);
    static_cast<QVBoxLayout *>(m_list->layout())->addStretch();
}

bool RollCallPage::isFound(const RollLine &line) const
{
    const QString who = u' ' + folded(words::whoOnRoll(line) + u' ' + line.entry.room);
    const QStringList typed = folded(m_filter->text()).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(typed.cbegin(), typed.cend(), [&who](const QString &word) { return who.contains(u' ' + word); });
}

void RollCallPage::show()
{
    m_begin->setVisible(!m_now);
    for (QPushButton *way : std::as_const(m_running))
        way->setVisible(m_now.has_value());
    m_filter->setEnabled(m_now.has_value());
    keepingFocus(m_list, [this] {
        emptyLayout(m_list->layout());
        if (!m_now)
            return showNone();
        m_count->setText(words::rollCountTold(m_now->count));
        QLayout *rows = m_list->layout();
        addGroup(
            tr("Still missing"), [](const RollLine &line) { return isLookedFor(line.entry) && !line.entry.isTicked; }, rows);
        addGroup(
            tr("Accounted for"), [](const RollLine &line) { return line.entry.isTicked; }, rows);
        addGroup(
            tr("Out or away, by what is known"), [](const RollLine &line) { return !isLookedFor(line.entry) && !line.entry.isTicked; },
            rows);
        static_cast<QVBoxLayout *>(rows)->addStretch();
    });
}

void RollCallPage::addGroup(const QString &title, const std::function<bool(const RollLine &)> &holds, QLayout *rows)
{
    QList<RollLine> lines;
    for (const RollLine &line : m_now->lines)
        if (holds(line) && isFound(line))
            lines.append(line);
    if (lines.isEmpty())
        return;
    rows->addWidget(label(title + u" · "_s + QString::number(lines.size()), "cardTitle"));
    for (const RollLine &line : std::as_const(lines))
        addRow(line, rows);
}

void RollCallPage::addRow(const RollLine &line, QLayout *rows)
{
    const bool isTicked = line.entry.isTicked;
    const bool isResident = line.entry.sort == RollSort::Resident;
    const QString where = isResident ? words::roomOnRoll(line.entry) : line.told;
    const QString who = words::whoOnRoll(line) + (where.isEmpty() ? QString() : u" · "_s + where);
    auto *row = columnsOrRows(10);
    auto *way = button(isTicked ? tr("Take back") : tr("There"), isTicked ? "link" : "primary");
    way->setObjectName(u"tick-%1"_s.arg(line.line.id.value));
    way->setAccessibleName((isTicked ? tr("Take back: %1") : tr("There: %1")).arg(who));
    connect(
        way, &QPushButton::clicked, this, [this, line, isTicked] { tick(line, !isTicked); }, Qt::QueuedConnection);
    row->addWidget(way, 0, Qt::AlignTop);
    auto *said = new QVBoxLayout;
    said->setSpacing(0);
    said->addWidget(label(breakable(who), isTicked ? "soft" : "title", true)); // read from where somebody stands
    QStringList more;
    if (isResident)
        more.append(words::labelFor(line.entry.where));
    if (!line.help.isEmpty())
        more.append(line.help);
    if (isTicked)
        more.append(words::tickedTold(line, m_services.records.clock()));
    if (!more.isEmpty())
        said->addWidget(label(breakable(more.join(u" · "_s)), line.entry.needsHelp && !isTicked ? "strong" : "soft", true));
    row->addLayout(said, 1);
    static_cast<QVBoxLayout *>(rows)->addLayout(row);
}

void RollCallPage::tick(const RollLine &line, bool isThere)
{
    const Done done = m_services.rollCalls.tick(line.line.id, isThere);
    if (!done)
        return showMessage(m_message, words::error(done.error()));
    showMessage(m_message, {});
    if (!m_filter->text().isEmpty()) {
        m_filter->clear();
        giveKeys(m_filter);
    }
    reload();
}

/// The first who is missing and fits what was typed; Enter alone ticks nobody.
void RollCallPage::tickFirst()
{
    if (!m_now || m_filter->text().trimmed().isEmpty())
        return;
    for (const bool isMissing : {true, false}) // in the order in which they stand on the page
        for (const RollLine &line : m_now->lines)
            if (isLookedFor(line.entry) == isMissing && !line.entry.isTicked && isFound(line))
                return tick(line, true);
}

Result<Printout> RollCallPage::printout() const
{
    if (!m_now)
        return Error{ErrorKind::NotFound, {}, {}};
    const auto paper = print::rollCallPaper(m_services, *m_now);
    if (!paper)
        return paper.error();
    return Printout{.document = *paper, .title = tr("Roll call"), .fileName = u"roll-call"_s, .about = print::rollCallDisclosure(*m_now)};
}

void RollCallPage::preview()
{
    const auto made = printout();
    made ? m_navigator.preview(*made) : m_navigator.refuse(made.error());
}

/// On the printer that this PC prints on unless somebody chooses another: nothing is asked.
void RollCallPage::printNow()
{
    const auto printer = usualPrinter();
    if (!printer)
        return showMessage(m_message, tr("No printer is set up on this PC. Tick here; nothing is lost."));
    printOn(*printer);
}

void RollCallPage::printOn(QPrinter &printer)
{
    const auto made = printout();
    if (!made)
        return showMessage(m_message, words::error(made.error()));
    Disclosure about = *made->about;
    const PrintExtent extent = extentOf(printer, made->document.pageCount());
    about.extent = words::printedExtent(extent.pages, extent.pageCount, extent.copies);
    const auto kept = m_services.disclosures.keep({.about = about, .paper = made->document.toPdf()});
    if (!kept)
        return showMessage(m_message, words::error(kept.error()));
    if (!printPages(printer, made->document)) {
        const Done amended = m_services.disclosures.didNotLeave(*kept);
        return showMessage(
            m_message, amended ? tr("The printer can't be reached. Tick here; nothing is lost.") : words::error(amended.error()));
    }
    showMessage(m_message, {});
    m_navigator.say(tr("Roll call sent to the printer"));
}

void RollCallPage::begin()
{
    const auto begun = m_services.rollCalls.begin();
    if (!begun)
        return showMessage(m_message, words::error(begun.error()));
    reload();
    begunFocus();
}

void RollCallPage::takeBack()
{
    if (!m_now || !m_now->call)
        return;
    const Kept<RollCall> &call = *m_now->call;
    const Done done = m_services.records.withdraw(
        recordType<RollCall>(), call.id.value, call.version, tr("begun by mistake"), Records::ReasonOf::TheProgram);
    m_navigator.answer(done, tr("The roll call is marked as entered in error"));
    reload();
    begunFocus(); // what was pressed is gone
}

void RollCallPage::openEnding()
{
    if (!m_now || !m_now->call || m_editor)
        return;
    Row start = toRow(m_now->call->value);
    start.set(u"kind"_s, QString::fromLatin1(codeOf(m_now->call->value.kind)));
    m_editor = new RecordEditor({.type = recordType<RollCall>(),
                                    .title = tr("How the roll call ended"),
                                    .start = start,
                                    .place = endingPlace(),
                                    .hidden = {u"began_at"_s, u"ended_at"_s},
                                    .save = [this, id = m_now->call->id](const Row &row) -> Done {
                                        const auto said = recordType<RollCall>().fromRow(row);
                                        return said
                                            ? m_services.rollCalls.end(id, said->kind, said->assembled, said->note)
                                            : Done(Error{ErrorKind::Invalid, u"roll_call"_s, {{u"kind"_s, Rule::UnknownChoice, {}}}});
                                    },
                                    .saveText = tr("End it")},
        m_services);
    m_ending->layout()->addWidget(m_editor);
    const auto close = [this] {
        m_editor->hide();
        m_editor->deleteLater();
        m_editor = nullptr;
        reload();
        begunFocus();
    };
    connect(m_editor, &RecordEditor::saved, this, close, Qt::QueuedConnection);
    connect(m_editor, &RecordEditor::cancelled, this, close, Qt::QueuedConnection);
    if (QWidget *first = firstOf(m_editor))
        giveKeys(first);
}

bool RollCallPage::concerns(const QList<Change> &changes) const
{
    return anyShown(changes, {}, {.anybodys = {&recordType<RollCall>(), &recordType<RollCallLine>()}});
}

} // namespace keywork
