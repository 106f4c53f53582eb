// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/guidance/guidance_reader.h"

#include "core/domain/guidance.h"
#include "core/domain/policy.h"
#include "core/domain/staff.h"
#include "core/services/records/records.h"
#include "ui/pages/guidance/guidance_prints.h"
#include "ui/pages/guidance/guidance_view.h"
#include "ui/pages/guidance/policy_part.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
constexpr int kKeyRole = Qt::UserRole + 1;
} // namespace

GuidanceReader::GuidanceReader(const QString &key, const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    auto *title = wrappingLine(8);
    title->addWidget(label(tr("Guidance"), "title"));
    pushRight(title);
    addExitsTo(title);
    layout->addLayout(title);
    auto *columns = columnsOrRows(14);
    columns->addWidget(buildList(), 1);
    columns->addWidget(buildPage(), 3);
    layout->addLayout(columns, 1);
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] {
        m_look->setFocus();
        m_look->selectAll();
    });
    reload();
    if ((key.isEmpty() || !open(key)) && !m_entries.isEmpty())
        show(m_entries.first());
    m_list->setFocus();
}

void GuidanceReader::addExitsTo(QLayout *line)
{
    for (const auto &[name, words, paper] : {std::tuple{"printGuidancePage", tr("&Print"), print::GuidancePaper::Page},
             {"printGuidancePoster", tr("P&oster"), print::GuidancePaper::Poster},
             {"printGuidanceLeaflet", tr("L&eaflet"), print::GuidancePaper::Leaflet}}) {
        auto *made = button(words);
        made->setObjectName(QString::fromLatin1(name));
        connect(made, &QPushButton::clicked, this, [this, paper = paper] { previewGuidance(m_open, paper, m_services, m_navigator); });
        line->addWidget(made);
        m_papers.append(made);
    }
    if (!m_services.records.mayRead(recordType<Policy>()))
        return;
    auto *own = button(tr("Policies and pages"));
    own->setObjectName(u"ownGuidance"_s);
    connect(own, &QPushButton::clicked, this, [this] { m_navigator.openPlace(u"policies"_s); });
    line->addWidget(own);
}

QWidget *GuidanceReader::buildList()
{
    auto *card = new Card;
    m_look = labelledLine(card->body(), tr("Look for"), "lookForGuidance");
    m_look->setPlaceholderText(tr("a word or two   Ctrl+F"));
    m_look->setClearButtonEnabled(true);
    m_look->installEventFilter(this);
    connect(m_look, &QLineEdit::textChanged, this, &GuidanceReader::fillList);
    auto *title = label(tr("Pages"), "fieldLabel");
    m_list = new QListWidget;
    m_list->setObjectName(u"guidancePages"_s);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(Theme::scaled(160));
    title->setBuddy(m_list);
    connect(m_list, &QListWidget::currentItemChanged, this, &GuidanceReader::choose);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        choose(item);
        m_view->setFocus(); // to read on with the arrow keys
    });
    card->body()->addWidget(title);
    card->body()->addWidget(m_list, 1);
    return card;
}

QWidget *GuidanceReader::buildPage()
{
    auto *card = new Card;
    m_title = label({}, "cardTitle", true);
    m_title->setObjectName(u"guidanceTitle"_s);
    m_whose = label({}, "soft", true);
    m_whose->setObjectName(u"guidanceWhose"_s);
    m_source = label({}, "soft", true);
    m_source->setObjectName(u"guidanceSource"_s);
    m_view = new GuidanceView;
    m_view->setObjectName(u"guidanceText"_s);
    m_title->setBuddy(m_view);
    card->body()->addWidget(m_title);
    card->body()->addWidget(m_whose);
    card->body()->addWidget(m_view, 1);
    auto *part = new QWidget;
    m_part = new QVBoxLayout(part);
    m_part->setContentsMargins(0, 0, 0, 0);
    card->body()->addWidget(part);
    card->body()->addWidget(rule());
    card->body()->addWidget(m_source);
    return card;
}

void GuidanceReader::reload()
{
    const auto entries = guidanceEntries(m_services);
    if (!entries) {
        m_navigator.refuse(entries.error());
        return;
    }
    m_entries = *entries;
    QList<GuidancePage> pages;
    for (const GuidanceEntry &entry : std::as_const(m_entries))
        pages.append(entry.page);
    m_index = GuidanceIndex(pages);
    fillList();
    if (!m_open.page.key.isEmpty())
        open(m_open.page.key);
}

void GuidanceReader::addHeading(const QString &title)
{
    auto *item = new QListWidgetItem(title, m_list);
    item->setFlags(Qt::NoItemFlags);
    QFont font = m_list->font();
    font.setWeight(QFont::DemiBold);
    item->setFont(font);
}

void GuidanceReader::addEntry(const GuidanceEntry &entry, const QString &where)
{
    const QString whose = words::whoseGuidance(entry);
    QString line = entry.page.title;
    for (const QString &more : {whose, where})
        if (!more.isEmpty())
            line += u'\n' + more;
    auto *item = new QListWidgetItem(line, m_list);
    item->setData(kKeyRole, entry.page.key);
}

void GuidanceReader::addFoundEntries(const QString &typed)
{
    for (const GuidanceHit &hit : m_index.find(typed))
        addEntry(m_entries.at(hit.page), hit.where);
    if (m_list->count() == 0)
        addHeading(tr("Nothing found for “%1”.").arg(typed));
}

void GuidanceReader::fillList()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    if (const QString typed = m_look->text().trimmed(); !typed.isEmpty())
        addFoundEntries(typed);
    else
        for (const auto &[from, title] : {std::pair{GuidanceFrom::Program, tr("Guidance")}, {GuidanceFrom::House, tr("Pages of our own")},
                 {GuidanceFrom::HelpLines, tr("Help lines")}, {GuidanceFrom::Policy, tr("Our policies")}}) {
            bool isHeaded = false;
            for (const GuidanceEntry &entry : std::as_const(m_entries)) {
                if (entry.from != from)
                    continue;
                if (!isHeaded)
                    addHeading(title);
                isHeaded = true;
                addEntry(entry, {});
            }
        }
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->data(kKeyRole).toString() == m_open.page.key && !m_open.page.key.isEmpty())
            m_list->setCurrentRow(i);
}

void GuidanceReader::choose(QListWidgetItem *item)
{
    const QString key = item ? item->data(kKeyRole).toString() : QString();
    if (!key.isEmpty() && key != m_open.page.key)
        open(key);
}

bool GuidanceReader::open(const QString &key)
{
    const auto entry = guidanceEntry(m_services, key);
    if (!entry)
        return false;
    show(*entry);
    return true;
}

void GuidanceReader::show(const GuidanceEntry &entry)
{
    const bool isAnother = entry.page != m_open.page;
    m_open = entry;
    m_title->setText(literal(breakable(entry.page.title)));
    m_whose->setText(words::whoseGuidance(entry));
    m_whose->setVisible(!m_whose->text().isEmpty());
    m_source->setText(words::guidanceSource(entry));
    if (isAnother) // what is read stays where it was scrolled to
        m_view->setBlocks(entry.page.blocks);
    showPart();
    const QSignalBlocker quiet(m_list);
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->data(kKeyRole).toString() == entry.page.key)
            m_list->setCurrentRow(i);
}

void GuidanceReader::showPart()
{
    emptyLayout(m_part);
    if (m_open.from == GuidanceFrom::Policy)
        m_part->addWidget(new PolicyPart({m_open.record}, m_services, m_navigator));
    if (m_open.from != GuidanceFrom::House || !m_services.records.mayChange(recordType<HousePage>()))
        return;
    auto *change = button(tr("Change this page"), "link");
    change->setObjectName(u"changePage"_s);
    connect(change, &QPushButton::clicked, this, [this, id = m_open.record] {
        m_navigator.visit({.place = u"policies"_s, .record = {QString::fromLatin1(recordType<HousePage>().table), id}});
    });
    m_part->addWidget(change);
}

void GuidanceReader::showRecord(const RecordRef &record)
{
    if (const QString key = guidanceKeyOf(record.kind, record.id); !key.isEmpty())
        open(key);
}

bool GuidanceReader::concerns(const QList<Change> &changes) const
{
    return std::any_of(changes.cbegin(), changes.cend(), [](const Change &change) {
        if (change.kind.isEmpty())
            return true;
        for (const RecordType *type : std::initializer_list<const RecordType *>{
                 &recordType<Policy>(), &recordType<PolicyRead>(), &recordType<HousePage>(), &recordType<HelpLine>(), &recordType<Staff>()})
            if (change.kind == QLatin1String(type->table))
                return true;
        return false;
    });
}

void GuidanceReader::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return Page::keyPressEvent(event);
    event->accept();
    m_navigator.back();
}

/// From the field the arrow goes into the list, and Enter opens its first page.
bool GuidanceReader::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_look || event->type() != QEvent::KeyPress)
        return Page::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !m_look->text().isEmpty()) {
        m_look->clear();
        return true;
    }
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key != Qt::Key_Down && !isEnter)
        return false;
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->flags() & Qt::ItemIsEnabled) {
            m_list->setCurrentRow(i);
            choose(m_list->item(i));
            break;
        }
    isEnter ? m_view->setFocus() : m_list->setFocus();
    return true;
}

} // namespace keywork
