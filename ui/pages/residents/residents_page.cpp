// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/residents/residents_page.h"

#include "core/base/text.h"
#include "core/record/row_text.h"
#include "ui/pages/list_export.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QTableView>

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

void ResidentsModel::setLines(const QList<ResidentLine> &lines)
{
    beginResetModel();
    m_lines = lines;
    endResetModel();
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
    case SortKey:
        if (index.column() == Room) {
            bool isNumber = false;
            const int number = line.room.toInt(&isNumber);
            return isNumber ? u"%1"_s.arg(number, 6, 10, QChar(u'0')) : line.room;
        }
        return text(line, index.column());
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
    m_proxy = new QSortFilterProxyModel(this);
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSortRole(ResidentsModel::SortKey);
    m_proxy->setSortLocaleAware(true);
    m_view = new QTableView;
    m_view->setObjectName(u"residents"_s);
    m_view->setAccessibleName(tr("Residents"));
    m_view->setModel(m_proxy);
    m_view->setItemDelegate(new ResidentDelegate(m_view));
    m_view->setSortingEnabled(true);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
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
    layout->addWidget(card);
    connect(m_filter, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        if (m_proxy->rowCount() > 0)
            m_navigator.openResident(m_model->lineAt(m_proxy->mapToSource(m_proxy->index(0, 0)).row()).person.id);
    });
    connect(m_view, &QTableView::activated, this,
        [this](const QModelIndex &index) { m_navigator.openResident(m_model->lineAt(m_proxy->mapToSource(index).row()).person.id); });
    reload();
    const Session &session = services.records.session();
    m_view->setColumnHidden(ResidentsModel::Spectrum, !session.may(Act::Read, Category::SubstanceUse));
    m_view->setColumnHidden(ResidentsModel::Plan, !session.may(Act::Read, Category::CarePlan));
    m_view->setColumnHidden(ResidentsModel::Alerts, !session.may(Act::Read, Category::Risk));
    m_view->setFocus(); // Enter opens the first
}

void ResidentsPage::showGroup(ResidentGroup group)
{
    m_group = group;
    reload();
}

void ResidentsPage::reload()
{
    const auto lines = m_services.people.residents(m_group);
    m_model->setLines(lines ? *lines : QList<ResidentLine>());
    m_empty->setVisible(m_model->rowCount() == 0);
    m_empty->setText(!lines ? words::error(lines.error()) : tr("Nobody in this list. “New resident” takes someone in."));
    if (const auto sizes = m_services.people.groupSizes()) {
        for (int group = 0; group < 4; ++group)
            m_pills.at(group)->setText(groupName(group, (*sizes)[size_t(group)]));
        m_soft->setText(tr("%1 here · %2 expected · %3 before").arg((*sizes)[0]).arg((*sizes)[2]).arg((*sizes)[3]));
    }
    m_pills.at(int(m_group))->setChecked(true);
    if (m_proxy->rowCount() > 0)
        m_view->setCurrentIndex(m_proxy->index(0, 0));
}

ListText ResidentsPage::listText() const
{
    QStringList head;
    for (int column = 0; column < ResidentsModel::ColumnCount; ++column)
        head.append(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    QString text = QChar(0xfeff) + csvLine(head);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < ResidentsModel::ColumnCount; ++column)
            cells.append(m_model->index(row, column).data().toString());
        text += csvLine(cells);
    }
    QList<Id<Person>> people;
    for (int row = 0; row < m_model->rowCount(); ++row)
        people.append(m_model->lineAt(row).person.id);
    return {text + csvLine({tr("Total"), QString::number(m_model->rowCount())}), people};
}

void ResidentsPage::exportCsv()
{
    exportList(this, m_services, m_navigator, u"person"_s, [this] { return listText(); });
}

} // namespace keywork
