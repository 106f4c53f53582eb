// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/residents/residents_page.h"

#include "core/base/text.h"
#include "core/domain/care_plan.h"
#include "core/domain/referral_in.h"
#include "core/domain/restriction.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "ui/pages/list_export.h"
#include "ui/pages/residents/take_in_tonight_page.h"
#include "ui/pages/shown_kinds.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_hint.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/list_preview.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table_fit.h"
#include "ui/widgets/typing_filters.h"

#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
QString groupName(int group, int size)
{
    switch (ResidentGroup(group)) {
    case ResidentGroup::HereNow:
        return ResidentsPage::tr("Here now %1").arg(size);
    case ResidentGroup::MyKeywork:
        return ResidentsPage::tr("My keywork %1").arg(size);
    case ResidentGroup::Expected:
        return ResidentsPage::tr("Expected %1").arg(size);
    case ResidentGroup::Left:
        return ResidentsPage::tr("Left %1").arg(size);
    }
    return {};
}

QString emptyText(ResidentGroup group)
{
    switch (group) {
    case ResidentGroup::HereNow:
        return ResidentsPage::tr("Everybody who lives here. Nobody has arrived yet.");
    case ResidentGroup::MyKeywork:
        return ResidentsPage::tr("The residents whose keyworker you are.");
    case ResidentGroup::Expected:
        return ResidentsPage::tr("Who was offered a place and has not arrived.");
    case ResidentGroup::Left:
        return ResidentsPage::tr("Who lived here before.");
    }
    return {};
}
} // namespace

QSize ResidentDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const { return {100, Theme::scaled(52)}; }

namespace {

constexpr int kResidentEdges = 18; ///< left and right of what is painted

int residentText(int pixels, QFont::Weight weight, const QString &words)
{
    QFont font = QApplication::font();
    font.setPixelSize(Theme::scaled(pixels));
    font.setWeight(weight);
    return QFontMetrics(font).horizontalAdvance(words) + 2;
}

} // namespace

int ResidentDelegate::leastOf(const QModelIndex &index) const
{
    if (index.column() != ResidentsModel::Resident)
        return widthOf(index);
    return kResidentEdges + Theme::scaled(30) + 16 + residentText(13, QFont::DemiBold, index.data().toString());
}

int ResidentDelegate::widthOf(const QModelIndex &index) const
{
    const QString text = index.data().toString();
    if (!index.data(ResidentsModel::ChipKind).toString().isEmpty() && !text.isEmpty())
        return kResidentEdges + 20 + residentText(11, QFont::DemiBold, text);
    if (index.column() == ResidentsModel::Resident) {
        const int below = residentText(12, QFont::Normal, index.data(ResidentsModel::SecondLine).toString());
        return std::max(leastOf(index), kResidentEdges + Theme::scaled(30) + 16 + below);
    }
    return kResidentEdges + (index.data(ResidentsModel::StageNumber).toInt() > 0 ? 15 : 0) + residentText(13, QFont::Normal, text);
}

void ResidentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected)
        painter->fillRect(option.rect, Theme::colour(u"primarySoft"_s));
    // The tint alone is too faint to go by in high contrast.
    const QRect edge(option.rect.left(), option.rect.bottom() - (isSelected ? 1 : 0), option.rect.width(), isSelected ? 2 : 1);
    painter->fillRect(edge, Theme::colour(isSelected ? u"primary"_s : u"line"_s));
    QRect place = option.rect.adjusted(8, 6, -6, -6);
    const QString text = index.data().toString();
    const QString second = index.data(ResidentsModel::SecondLine).toString();
    QFont font = option.font;
    if (index.column() == ResidentsModel::Resident) {
        const int size = Theme::scaled(30);
        paintAvatar(*painter, QRectF(place.left(), place.center().y() - size / 2.0, size, size), initials(text));
        place.adjust(size + 16, 0, 0, 0);
        font.setWeight(QFont::DemiBold);
    }
    QRect line = second.isEmpty() ? place : place.adjusted(0, 0, 0, -place.height() / 2);
    const QString kind = index.data(ResidentsModel::ChipKind).toString();
    if (!kind.isEmpty() && !text.isEmpty()) {
        font.setPixelSize(Theme::scaled(11));
        font.setWeight(QFont::DemiBold);
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, place.width() - 20);
        const QRectF back(
            place.left(), place.center().y() - metrics.height() / 2.0 - 3, metrics.horizontalAdvance(shown) + 18, metrics.height() + 6);
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::colour(kind + u"Soft"_s));
        painter->drawRoundedRect(back, back.height() / 2, back.height() / 2);
        painter->setFont(font);
        painter->setPen(Theme::colour(kind == u"neutral" ? u"ink"_s : kind));
        painter->drawText(back, Qt::AlignCenter, shown);
        painter->restore();
        return;
    }
    if (const int stage = index.data(ResidentsModel::StageNumber).toInt(); stage > 0) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::stageColour(stage));
        painter->drawEllipse(QPointF(line.left() + 5, line.center().y() + 1), 5, 5);
        line.adjust(15, 0, 0, 0);
    }
    painter->setFont(font);
    painter->setPen(Theme::colour(u"ink"_s));
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(font).elidedText(text, Qt::ElideRight, line.width()));
    if (!second.isEmpty()) {
        QFont small = option.font;
        small.setPixelSize(Theme::scaled(12));
        painter->setFont(small);
        painter->setPen(Theme::colour(u"soft"_s));
        const QRect below = place.adjusted(0, place.height() / 2, 0, 0);
        painter->drawText(below, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(small).elidedText(second, Qt::ElideRight, below.width()));
    }
    painter->restore();
}

ResidentsPage::ResidentsPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    auto *titleLine = wrappingLine(14);
    titleLine->addWidget(label(tr("Residents"), "title"));
    m_soft = label({}, "soft");
    titleLine->addWidget(m_soft);
    pushRight(titleLine);
    addExits(titleLine, this, services, navigator, u"person"_s, [this](ListReader) { return listText(); });
    auto *newButton = button(tr("New resident"), "primary");
    newButton->setObjectName(u"newResident"_s);
    newButton->setToolTip(tr("Ctrl+N"));
    newButton->setEnabled(services.records.session().may(Act::Write, Category::Identity));
    connect(newButton, &QPushButton::clicked, this, [this] { m_navigator.newResident(); });
    if (m_services.records.mayRead(recordType<ReferralIn>())) {
        auto *referralsIn = button(tr("Re&ferrals in"));
        referralsIn->setObjectName(u"referralsIn"_s);
        referralsIn->setToolTip(tr("Who was referred to us, and what is next"));
        connect(referralsIn, &QPushButton::clicked, this, [this] { m_navigator.openPlace(u"referrals-in"_s); });
        titleLine->addWidget(referralsIn);
    }
    if (m_services.records.session().may(Act::Manage, Category::Identity)) {
        auto *doubles = button(tr("Same person t&wice…"));
        doubles->setObjectName(u"doubles"_s);
        connect(doubles, &QPushButton::clicked, this, [this] { m_navigator.openPlace(u"doubles"_s); });
        titleLine->addWidget(doubles);
    }
    titleLine->addWidget(tonightButton(services, navigator));
    titleLine->addWidget(newButton);
    layout->addLayout(titleLine);

    auto *pillLine = wrappingLine(6);
    for (int group = 0; group < 4; ++group) {
        auto *pill = button({}, "pill");
        pill->setCheckable(true);
        pill->setAutoExclusive(true);
        connect(pill, &QPushButton::clicked, this, [this, group] { showGroup(ResidentGroup(group)); });
        m_pills.append(pill);
        pillLine->addWidget(pill);
    }
    pushRight(pillLine);
    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter this list"));
    m_filter->setAccessibleName(tr("Filter this list"));
    m_filter->setFixedWidth(Theme::scaled(240));
    pillLine->addWidget(m_filter);
    layout->addLayout(pillLine);

    auto *card = new Card;
    m_model = new ResidentsModel(services, this);
    m_view = new QTableView;
    m_view->setObjectName(u"residents"_s);
    m_view->setAccessibleName(tr("Residents"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ResidentDelegate(m_view));
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // by name
    m_view->horizontalHeader()->setSectionsClickable(true);
    m_view->horizontalHeader()->setSortIndicatorShown(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setMinimumHeight(Theme::isLarge() ? Theme::scaled(240) : 0);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(Theme::scaled(52));
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    card->body()->addWidget(m_view);
    m_empty = new EmptyHint(m_view);
    if (newButton->isEnabled())
        m_empty->offer(newButton->text(), [this] { m_navigator.newResident(); });
    // Who it is first, then what a colleague at the desk must not miss.
    constexpr int kRanks[] = {0, 2, 4, 1, 3, 5, 6};
    m_fit = new TableFit(m_view,
        {.rank = [kRanks](int column) { return kRanks[column]; },
            .natural = [this](const QModelIndex &cell) { return static_cast<ResidentDelegate *>(m_view->itemDelegate())->widthOf(cell); },
            .least = [this](const QModelIndex &cell) { return static_cast<ResidentDelegate *>(m_view->itemDelegate())->leastOf(cell); },
            .widest = ResidentsModel::Resident,
            .mostLines = 1});
    card->body()->addWidget(m_fit);
    m_preview = new ListPreview(m_view, [this](int row) { return inFull(m_model->lineAt(row)); });
    card->body()->addWidget(m_preview);
    m_count = label({}, "soft");
    m_count->setObjectName(u"shownOf"_s);
    card->body()->addWidget(m_count);
    layout->addWidget(card);
    connect(m_filter, &QLineEdit::textChanged, this,
        [this](const QString &typed) { showAnew(IfGone::First, [this, typed] { m_model->setFilterText(typed); }); });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { open(m_view->currentIndex()); });
    filterByTyping(m_view, m_filter);
    connect(m_view->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
        [this](int column, Qt::SortOrder order) { showAnew(IfGone::First, [this, column, order] { m_model->sort(column, order); }); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ResidentsPage::showCount);
    connect(m_view, &QTableView::activated, this, &ResidentsPage::open);
    reload();
    const Session &session = services.records.session();
    m_view->setColumnHidden(ResidentsModel::Spectrum, !session.may(Act::Read, Category::SubstanceUse));
    m_view->setColumnHidden(ResidentsModel::Plan, !session.may(Act::Read, Category::CarePlan));
    m_view->setColumnHidden(ResidentsModel::Alerts, !session.may(Act::Read, Category::Risk));
    m_view->setFocus(); // Enter opens the first
}

void ResidentsPage::open(const QModelIndex &index)
{
    if (index.isValid())
        m_navigator.openResident(m_model->lineAt(index.row()).person.id);
}

void ResidentsPage::showGroup(ResidentGroup group)
{
    if (group != m_group) {
        m_view->setCurrentIndex({}); // another list, from its beginning
        m_view->scrollToTop();
    }
    m_group = group;
    reload();
}

QVariantMap ResidentsPage::leftAs() const
{
    const QModelIndex row = m_view->currentIndex();
    QVariantMap left = placeOf(m_view, row.isValid() ? m_model->lineAt(row.row()).person.id.value : 0);
    left.insert(u"group"_s, int(m_group));
    left.insert(u"filter"_s, m_filter->text());
    return left;
}

void ResidentsPage::bringBack(const QVariantMap &left)
{
    orderAs(m_view, left);
    m_filter->setText(left.value(u"filter"_s).toString());
    showGroup(ResidentGroup(left.value(u"group"_s).toInt()));
    goTo(m_view, left, [this](qint64 person) { return m_model->rowOf(person); });
}

bool ResidentsPage::concerns(const QList<Change> &changes) const
{
    return anyShown(changes, {},
        {.anybodys
            = {&recordType<Person>(), &recordType<Stay>(), &recordType<StageEntry>(), &recordType<Alert>(), &recordType<CarePlanVersion>(),
                &recordType<SignOff>(), &recordType<Room>(), &recordType<Staff>(), &recordType<Restriction>(), &recordType<NeedToKnow>()}});
}

void ResidentsPage::showAnew(IfGone ifGone, const std::function<void()> &readAnew)
{
    keepingPlace(
        m_view, ifGone, [this](int row) { return m_model->lineAt(row).person.id.value; },
        [this](qint64 person) { return m_model->rowOf(person); }, readAnew);
    showCount();
    m_preview->refresh();
}

/// Every column of the list, also what had no room in its cell.
QStringList ResidentsPage::inFull(const ResidentLine &line) const
{
    QStringList lines;
    for (int column = 0; column < ResidentsModel::ColumnCount; ++column)
        if (const QString text = m_model->text(line, column); !text.isEmpty() && !m_view->isColumnHidden(column))
            lines.append(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() + u": "_s + text);
    return lines;
}

void ResidentsPage::showCount()
{
    const int shown = m_model->rowCount();
    const bool isFiltered = !m_filter->text().trimmed().isEmpty();
    if (m_model->problem())
        m_empty->say(words::error(*m_model->problem()), EmptyHint::Offered::No);
    else if (shown == 0 && isFiltered)
        m_empty->say(tr("Nobody in this list has these words."), EmptyHint::Offered::No);
    else
        m_empty->say(shown > 0 ? QString() : emptyText(m_group));
    m_count->setText(tr("%1 of %2").arg(QLocale().toString(shown), QLocale().toString(m_model->total())));
    m_count->setVisible(shown > 0);
}

void ResidentsPage::reload()
{
    showAnew(IfGone::Neighbour, [this] { m_model->setGroup(m_group); });
    if (const auto sizes = m_services.people.groupSizes()) {
        for (int group = 0; group < 4; ++group)
            m_pills.at(group)->setText(groupName(group, (*sizes)[size_t(group)]));
        m_soft->setText(tr("%1 here · %2 expected · %3 before").arg((*sizes)[0]).arg((*sizes)[2]).arg((*sizes)[3]));
    }
    m_pills.at(int(m_group))->setChecked(true);
}

/// Without when they were seen: it is of this moment, and no paper's.
Result<ListText> ResidentsPage::listText() const
{
    const auto lines = m_model->allLines();
    if (!lines)
        return lines.error();
    ListText text{.title = tr("Residents"), .filter = m_filter->text().trimmed(), .labels = {}, .lines = {}, .people = {}};
    for (int column = 0; column < ResidentsModel::LastSeenAt; ++column)
        text.labels.append(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    for (const ResidentLine &line : *lines) {
        QStringList cells;
        for (int column = 0; column < ResidentsModel::LastSeenAt; ++column)
            cells.append(m_model->text(line, column));
        text.lines.append(cells);
        text.people.append(line.person.id);
    }
    return text;
}

} // namespace keywork
