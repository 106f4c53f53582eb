// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/timeline_page.h"

#include "core/domain/kinds.h"
#include "core/services/records/records.h"
#include "core/services/records/timeline.h"
#include "core/services/services.h"
#include "core/services/sharing/disclosures.h"
#include "ui/forms/inputs/day_input.h"
#include "ui/pages/resident/timeline_delegate.h"
#include "ui/pages/resident/timeline_model.h"
#include "ui/print/timeline_document.h"
#include "ui/text/timeline_words.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const Field &dayField(bool isFirst)
{
    static const Field from{.column = "from_on", .label = QT_TRANSLATE_NOOP("record", "From"), .kind = Kind::Date, .nullable = true};
    static const Field until{.column = "until_on", .label = QT_TRANSLATE_NOOP("record", "Until"), .kind = Kind::Date, .nullable = true};
    return isFirst ? from : until;
}

std::optional<QDate> dayIn(const DayInput &input)
{
    const QDate day = dayFromStored(input.value().toString());
    return day.isValid() ? std::optional(day) : std::nullopt;
}

bool isUnread(const DayInput &input) { return !input.value().toString().isEmpty() && !dayIn(input); }

} // namespace

PersonTimelinePage::PersonTimelinePage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_person(person)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(tr("Timeline"), tr("what happened, newest first"));
    if (services.records.session().may(Act::Export, Category::Identity)) {
        auto *print = button(tr("Print"));
        print->setObjectName(u"printTimeline"_s);
        print->setToolTip(tr("Prints these lines, with the filter as it stands"));
        connect(print, &QPushButton::clicked, this, &PersonTimelinePage::print);
        card->addToTitle(print);
    }
    makeFilter(card->body());
    makeList(card->body());
    layout->addWidget(card);
}

void PersonTimelinePage::makeKinds()
{
    m_kinds = button({});
    m_kinds->setObjectName(u"kinds"_s);
    m_kinds->setToolTip(tr("Which kinds of entries are shown"));
    m_kindsMenu = new QMenu(m_kinds);
    connect(m_kindsMenu->addAction(tr("All kinds")), &QAction::triggered, this, [this] {
        for (QAction *action : m_kindsMenu->actions())
            action->setChecked(false);
        showAnew();
    });
    for (const RecordType *type : m_services.timeline.kinds()) {
        QAction *action = m_kindsMenu->addAction(literal(words::label(type->title)));
        action->setCheckable(true);
        action->setData(QString::fromLatin1(type->table));
        connect(action, &QAction::triggered, this, &PersonTimelinePage::showAnew);
    }
    m_kinds->setMenu(m_kindsMenu);
}

void PersonTimelinePage::makeFilter(QLayout *layout)
{
    auto *line = new FlowLayout(10);
    makeKinds();
    line->addWidget(m_kinds);
    m_words = new QLineEdit;
    m_words->setObjectName(u"timelineWords"_s);
    m_words->setPlaceholderText(tr("Words in it"));
    m_words->setAccessibleName(tr("Words in the sentences"));
    m_words->setClearButtonEnabled(true);
    m_words->setMinimumWidth(Theme::scaled(200));
    connect(m_words, &QLineEdit::textChanged, this, &PersonTimelinePage::showAnew);
    line->addWidget(m_words);
    for (const bool isFirst : {true, false}) {
        auto *day = new DayInput(dayField(isFirst), m_services);
        const QString title = words::label(dayField(isFirst).label);
        day->keys()->setObjectName(isFirst ? u"timelineFrom"_s : u"timelineUntil"_s);
        day->keys()->setAccessibleName(title);
        day->setFixedWidth(Theme::scaled(140));
        connect(day, &FieldInput::edited, this, &PersonTimelinePage::showAnew);
        line->addWidget(titled(title, day));
        (isFirst ? m_from : m_until) = day;
    }
    m_ahead = new QCheckBox(tr("Coming &up, too"));
    m_ahead->setObjectName(u"timelineAhead"_s);
    connect(m_ahead, &QCheckBox::toggled, this, &PersonTimelinePage::showAnew);
    line->addWidget(m_ahead);
    static_cast<QVBoxLayout *>(layout)->addLayout(line);
}

void PersonTimelinePage::makeList(QLayout *layout)
{
    m_state = label({}, "soft", true);
    m_state->setObjectName(u"timelineState"_s);
    m_model = new TimelineModel(m_services, this);
    m_view = new QListView;
    m_view->setObjectName(u"timelineList"_s);
    m_view->setAccessibleName(tr("Timeline"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new TimelineDelegate(m_view));
    m_view->setResizeMode(QListView::Adjust);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the sentences wrap at one width
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setMinimumHeight(Theme::scaled(220));
    connect(m_view, &QListView::activated, this, [this](const QModelIndex &index) { open(index.row()); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &PersonTimelinePage::showState);
    layout->addWidget(m_state);
    layout->addWidget(m_view);
}

QList<const RecordType *> PersonTimelinePage::wantedKinds() const
{
    QList<const RecordType *> kinds;
    for (const QAction *action : m_kindsMenu->actions())
        if (action->isChecked())
            kinds.append(kindOf(action->data().toString()));
    return kinds;
}

TimelineRequest PersonTimelinePage::wanted() const
{
    return {
        .person = m_person, .kinds = wantedKinds(), .from = dayIn(*m_from), .until = dayIn(*m_until), .withAhead = m_ahead->isChecked()};
}

void PersonTimelinePage::reload()
{
    const QModelIndex before = m_view->currentIndex();
    const auto line = before.isValid() ? std::optional(m_model->lineAt(before.row()).line) : std::nullopt;
    const int scrolled = m_view->verticalScrollBar()->value();
    m_model->read(wanted(), m_words->text(), m_model->rowCount());
    showKinds();
    showState();
    const int row = line ? m_model->rowOf(*line) : -1;
    // A line that is gone hands over to its neighbour.
    m_view->setCurrentIndex(m_model->index(row >= 0 ? row : std::clamp(before.row(), 0, std::max(0, m_model->rowCount() - 1))));
    m_view->verticalScrollBar()->setValue(scrolled);
}

void PersonTimelinePage::showAnew()
{
    m_model->read(wanted(), m_words->text());
    showKinds();
    showState();
    m_view->setCurrentIndex(m_model->index(0));
    m_view->scrollToTop();
}

void PersonTimelinePage::showKinds()
{
    const QList<const RecordType *> kinds = wantedKinds();
    const QString text = kinds.isEmpty() ? tr("All kinds")
        : kinds.size() == 1              ? words::label(kinds.first()->title)
                                         : tr("%1 kinds").arg(kinds.size());
    m_kinds->setText(literal(text) + u"    "_s); // room for the arrow
    m_kinds->setAccessibleName(tr("Kinds: %1").arg(text));
}

void PersonTimelinePage::showState()
{
    const bool isFiltered = !filterInWords().isEmpty();
    QString said;
    if (isUnread(*m_from) || isUnread(*m_until))
        said = tr("This day can't be read, so it does not count: 14/9, today or -2w.");
    else if (m_model->problem())
        said = words::error(*m_model->problem());
    else if (m_model->gaveUp())
        said = tr("Looked through the newest %1 entries. Give days to look further back.")
                   .arg(QLocale().toString(TimelineReading::kMostSearched));
    else if (m_model->rowCount() == 0)
        said = isFiltered
            ? tr("Nothing happened with these words, kinds and days.")
            : tr("Nothing yet. Stays, appointments, incidents, plans, agreements and what was handed out stand here by themselves.");
    m_state->setText(said);
    m_state->setVisible(!said.isEmpty());
    m_view->setVisible(m_model->rowCount() > 0);
}

QStringList PersonTimelinePage::filterInWords() const
{
    QStringList said;
    QStringList kinds;
    for (const RecordType *type : wantedKinds())
        kinds.append(words::label(type->title));
    if (!kinds.isEmpty())
        said.append(tr("Only: %1").arg(kinds.join(u", "_s)));
    if (const auto from = dayIn(*m_from))
        said.append(tr("From %1").arg(words::date(*from)));
    if (const auto until = dayIn(*m_until))
        said.append(tr("Until %1").arg(words::date(*until)));
    if (!m_words->text().trimmed().isEmpty())
        said.append(tr("With the words “%1”").arg(m_words->text().trimmed()));
    return said;
}

void PersonTimelinePage::open(int row)
{
    const KeptRow &record = m_model->lineAt(row).line.record;
    m_navigator.openRecord({QString::fromLatin1(record.row.type->table), record.id});
}

void PersonTimelinePage::print()
{
    const auto lines = wholeTimeline(m_services, wanted(), m_words->text());
    if (!lines)
        return m_navigator.refuse(lines.error());
    std::set<Category> sections;
    for (const SaidLine &said : *lines)
        sections.insert(said.line.record.row.type->category);
    const auto document = print::timelineDocument(m_services, m_person, filterInWords(), *lines);
    const auto person = m_services.records.one(m_person);
    const auto about = m_services.disclosures.aboutPaper(DisclosureKind::TimelinePrint, u"timeline"_s, {m_person}, sections);
    if (!document || !person || !about)
        return m_navigator.refuse(!document ? document.error() : !person ? person.error() : about.error());
    m_navigator.preview(
        {.document = *document, .title = tr("Timeline"), .fileName = u"timeline-"_s + person->value.number, .about = *about});
}

} // namespace keywork
