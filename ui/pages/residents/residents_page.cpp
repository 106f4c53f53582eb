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
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

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
} // namespace

QSize ResidentDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const { return {100, Theme::scaled(52)}; }

void ResidentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, Theme::colour(u"primarySoft"_s));
    painter->setPen(Theme::colour(u"line"_s));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
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
    auto *titleLine = lineOrFlow(14);
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
        referralsIn->setToolTip(tr("Referrals from other houses, as files"));
        connect(referralsIn, &QPushButton::clicked, this, [this] { m_navigator.openPlace(u"referrals-in"_s); });
        titleLine->addWidget(referralsIn);
    }
    if (m_services.records.session().may(Act::Manage, Category::Identity)) {
        auto *doubles = button(tr("Same person t&wice…"));
        doubles->setObjectName(u"doubles"_s);
        connect(doubles, &QPushButton::clicked, this, [this] { m_navigator.openPlace(u"doubles"_s); });
        titleLine->addWidget(doubles);
    }
    titleLine->addWidget(newButton);
    layout->addLayout(titleLine);

    auto *pillLine = lineOrFlow(6);
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
    const int widths[] = {270, 70, 190, 170, 140, 150};
    for (int column = 0; column < ResidentsModel::ColumnCount; ++column)
        m_view->setColumnWidth(column, Theme::scaled(widths[column]));
    m_view->horizontalHeader()->setSectionResizeMode(ResidentsModel::Resident, QHeaderView::Stretch);
    card->body()->addWidget(m_view);
    m_empty = label({}, "soft");
    card->body()->addWidget(m_empty);
    m_count = label({}, "soft");
    m_count->setObjectName(u"shownOf"_s);
    card->body()->addWidget(m_count);
    layout->addWidget(card);
    connect(m_filter, &QLineEdit::textChanged, this,
        [this](const QString &typed) { showAnew(IfGone::First, [this, typed] { m_model->setFilterText(typed); }); });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { open(m_view->currentIndex()); });
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

bool ResidentsPage::concerns(const QList<Change> &changes) const
{
    const RecordType *kinds[]
        = {&recordType<Person>(), &recordType<Stay>(), &recordType<StageEntry>(), &recordType<Alert>(), &recordType<CarePlanVersion>(),
            &recordType<SignOff>(), &recordType<Room>(), &recordType<Staff>(), &recordType<Restriction>(), &recordType<NeedToKnow>()};
    return std::any_of(changes.cbegin(), changes.cend(), [&](const Change &change) {
        return change.kind.isEmpty() || std::any_of(std::begin(kinds), std::end(kinds), [&](const RecordType *kind) {
            return change.kind == QLatin1String(kind->table);
        });
    });
}

void ResidentsPage::showAnew(IfGone ifGone, const std::function<void()> &readAnew)
{
    keepingPlace(
        m_view, ifGone, [this](int row) { return m_model->lineAt(row).person.id.value; },
        [this](qint64 person) { return m_model->rowOf(person); }, readAnew);
    showCount();
}

void ResidentsPage::showCount()
{
    const int shown = m_model->rowCount();
    const bool isFiltered = !m_filter->text().trimmed().isEmpty();
    m_empty->setVisible(shown == 0 || m_model->problem());
    m_empty->setText(m_model->problem() ? words::error(*m_model->problem())
            : isFiltered                ? tr("Nobody in this list has these words.")
                                        : tr("Nobody in this list. “New resident” takes someone in."));
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

Result<ListText> ResidentsPage::listText() const
{
    const auto lines = m_model->allLines();
    if (!lines)
        return lines.error();
    ListText text{.title = tr("Residents"), .filter = m_filter->text().trimmed(), .labels = {}, .lines = {}, .people = {}};
    for (int column = 0; column < ResidentsModel::ColumnCount; ++column)
        text.labels.append(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    for (const ResidentLine &line : *lines) {
        QStringList cells;
        for (int column = 0; column < ResidentsModel::ColumnCount; ++column)
            cells.append(m_model->text(line, column));
        text.lines.append(cells);
        text.people.append(line.person.id);
    }
    return text;
}

} // namespace keywork
