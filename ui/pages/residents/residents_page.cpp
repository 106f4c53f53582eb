// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/residents/residents_page.h"

#include "core/base/text.h"
#include "core/domain/care_plan.h"
#include "core/domain/restriction.h"
#include "core/record/row_text.h"
#include "core/services/listing.h"
#include "ui/forms/list_filter.h"
#include "ui/pages/list_export.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <array>

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

QStringList stagesHolding(const QString &typed)
{
    QStringList codes;
    for (const Stage stage : allOf<Stage>())
        if (holds(words::shortLabelFor(stage), typed))
            codes.append(QString::fromLatin1(codeOf(stage)));
    return codes;
}
} // namespace

void ResidentsModel::setGroup(ResidentGroup group)
{
    const bool isSame = m_isRead && group == m_request.group;
    m_request.group = group;
    read(isSame ? int(m_lines.size()) : 0);
}

void ResidentsModel::setFilterText(const QString &typed)
{
    if (m_request.containing == typed.trimmed())
        return;
    m_request.containing = typed.trimmed();
    read(0);
}

void ResidentsModel::sort(int column, Qt::SortOrder order)
{
    constexpr std::array kOrders{ResidentOrder::Name, ResidentOrder::Room, ResidentOrder::Stage, ResidentOrder::Alerts,
        ResidentOrder::Keyworker, ResidentOrder::Review};
    const ResidentOrder wanted = column < 0 ? ResidentOrder::Name : kOrders.at(size_t(column));
    const bool descending = column >= 0 && order == Qt::DescendingOrder;
    if (wanted == m_request.order && descending == m_request.descending)
        return;
    m_request.order = wanted;
    m_request.descending = descending;
    if (m_isRead)
        read(0);
}

void ResidentsModel::read(int atLeast)
{
    const ChoiceSource &choices = m_services.records.choices();
    const QString &typed = m_request.containing;
    m_request.stages = typed.isEmpty() ? QStringList() : stagesHolding(typed);
    m_request.alertKinds = typed.isEmpty() ? QStringList() : codesHolding(choices, u"alert_kind"_s, typed);
    m_request.unassigned = holds(tr("Unassigned"), typed);
    m_request.limit = std::max(kPageRows, atLeast);
    m_request.after.reset();
    beginResetModel();
    m_isRead = true;
    const auto window = m_services.people.residents(m_request);
    const auto total = window ? m_services.people.count(m_request) : Result<qint64>(window.error());
    m_problem = total ? std::nullopt : std::optional(total.error());
    m_lines = total ? window->lines : QList<ResidentLine>();
    m_total = total ? *total : 0;
    m_request.after = total ? window->after : std::nullopt;
    endResetModel();
}

bool ResidentsModel::canFetchMore(const QModelIndex &parent) const { return !parent.isValid() && m_request.after; }

void ResidentsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_request.limit = kPageRows;
    const auto window = m_services.people.residents(m_request);
    m_request.after = window ? window->after : std::nullopt;
    m_problem = window ? std::nullopt : std::optional(window.error());
    if (!window || window->lines.isEmpty())
        return;
    beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + window->lines.size()) - 1);
    m_lines += window->lines;
    endInsertRows();
}

Result<QList<ResidentLine>> ResidentsModel::allLines() const
{
    if (m_problem)
        return *m_problem;
    QList<ResidentLine> lines;
    ResidentsRequest request = m_request;
    request.limit = kPageRows;
    request.after.reset();
    do {
        const auto window = m_services.people.residents(request);
        if (!window)
            return window.error();
        lines += window->lines;
        request.after = window->after;
    } while (request.after);
    return lines;
}

int ResidentsModel::rowOf(qint64 person) const
{
    const auto found
        = std::find_if(m_lines.cbegin(), m_lines.cend(), [person](const ResidentLine &line) { return line.person.id.value == person; });
    return found == m_lines.cend() ? -1 : int(found - m_lines.cbegin());
}

QString ResidentsModel::under(const ResidentLine &line) const
{
    const Person &person = line.person.value;
    QStringList parts;
    if (!person.pronouns.isEmpty())
        parts.append(words::choice(m_services.records.choices(), u"pronouns"_s, person.pronouns.code));
    const QDate today = m_services.records.today();
    if (person.bornOn)
        if (const auto age = ageOn(*person.bornOn, today))
            parts.append(QString::number(*age));
    if (line.stay && line.stay->value.isHereOn(today))
        parts.append(*line.stay->value.arrivedOn == today ? tr("arrived today")
                                                          : tr("here %1").arg(words::duration(*line.stay->value.arrivedOn, today)));
    else if (line.stay && line.stay->value.leftOn)
        parts.append(tr("left %1").arg(words::date(*line.stay->value.leftOn)));
    else if (line.stay && line.stay->value.expectedOn)
        parts.append(tr("expected %1").arg(words::dayAndMonth(*line.stay->value.expectedOn)));
    return parts.join(u" · "_s);
}

QString ResidentsModel::text(const ResidentLine &line, int column) const
{
    switch (column) {
    case Resident:
        return line.person.value.displayName();
    case Room:
        return line.room;
    case Spectrum:
        return line.stage ? words::shortLabelFor(line.stage->stage) : QString();
    case Alerts:
        return line.alerts.isEmpty() ? QString()
                                     : words::choice(m_services.records.choices(), u"alert_kind"_s, line.alerts.first().kind.code)
                + (line.alerts.size() > 1 ? u" +"_s + QString::number(line.alerts.size() - 1) : QString());
    case Keyworker:
        return line.keyworker.isEmpty() ? tr("Unassigned") : line.keyworker;
    case Plan:
        return words::planStanding(line.plan);
    default:
        return {};
    }
}

QVariant ResidentsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ResidentLine &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(line, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Resident ? text(line, Resident) + u", "_s + under(line) : text(line, index.column());
    case SecondLine:
        return index.column() == Resident ? under(line) : QString();
    case StageNumber:
        return index.column() == Spectrum && line.stage ? stageNumber(line.stage->stage) : 0;
    case ChipKind:
        if (index.column() == Alerts && !line.alerts.isEmpty())
            return line.alerts.first().priority.code == u"know" ? u"neutral"_s : u"attention"_s;
        if (index.column() == Plan && line.plan.issuedVersion > 0 && (line.plan.signOff.isEmpty() || line.plan.signOff == u"waiting"))
            return u"attention"_s;
        return {};
    default:
        return {};
    }
}

QVariant ResidentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Resident"), tr("Room"), tr("Spectrum of need"), tr("Alerts"), tr("Keyworker"), tr("Care plan")};
    return titles.value(section);
}

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
    auto *exportButton = button(tr("Export CSV"));
    exportButton->setEnabled(services.records.session().may(Act::Export, Category::Identity));
    connect(exportButton, &QPushButton::clicked, this, &ResidentsPage::exportCsv);
    auto *newButton = button(tr("New resident"), "primary");
    newButton->setObjectName(u"newResident"_s);
    newButton->setToolTip(tr("Ctrl+N"));
    newButton->setEnabled(services.records.session().may(Act::Write, Category::Identity));
    connect(newButton, &QPushButton::clicked, this, [this] { m_navigator.newResident(); });
    titleLine->addWidget(exportButton);
    if (m_services.records.mayRead(recordType<ReferralIn>())) {
        auto *referralsIn = button(tr("Re&ferrals in"));
        referralsIn->setObjectName(u"referralsIn"_s);
        referralsIn->setToolTip(tr("Referrals from other houses, as files"));
        connect(referralsIn, &QPushButton::clicked, this, [this] { m_navigator.openPlace(u"referrals-in"_s); });
        titleLine->addWidget(referralsIn);
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
    QStringList head;
    for (int column = 0; column < ResidentsModel::ColumnCount; ++column)
        head.append(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    QString text = QChar(0xfeff) + csvLine(head);
    QList<Id<Person>> people;
    for (const ResidentLine &line : *lines) {
        QStringList cells;
        for (int column = 0; column < ResidentsModel::ColumnCount; ++column)
            cells.append(m_model->text(line, column));
        text += csvLine(cells);
        people.append(line.person.id);
    }
    return ListText{text + csvLine({tr("Total"), QString::number(lines->size())}), people};
}

void ResidentsPage::exportCsv()
{
    exportList(this, m_services, m_navigator, u"person"_s, [this] { return listText(); });
}

} // namespace keywork
