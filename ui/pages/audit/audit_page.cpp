// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/audit_page.h"

#include "core/base/background.h"
#include "core/services/keeping/audit.h"
#include "core/services/keeping/hostel_file.h"
#include "core/services/records/history_lines.h"
#include "core/services/records/records.h"
#include "ui/forms/date_text.h"
#include "ui/forms/password_again.h"
#include "ui/pages/audit/audit_export.h"
#include "ui/print/seal_document.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_trust.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/heard_cells.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/table_fit.h"
#include "ui/widgets/told.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kLinesShown = 200;
constexpr int kSealDays = 31;

void addLine(QTableWidget *table, const QStringList &cells)
{
    const int row = table->rowCount();
    table->insertRow(row);
    for (int column = 0; column < cells.size(); ++column)
        table->setItem(row, column, new QTableWidgetItem(cells.at(column)));
}

QString saidOf(const AuditReport &report)
{
    QStringList said{report.findings.isEmpty() ? QObject::tr("All %1 entries are as they were written; %2 of them were emptied by erasure.")
                                                     .arg(report.entries)
                                                     .arg(report.erased)
                                               : QObject::tr("The history is not as it was written:")};
    for (const HistoryFinding &finding : report.findings.mid(0, 10))
        said.append(words::auditFinding(finding));
    for (const ClockJump &jump : report.jumps.mid(0, 10))
        said.append(words::clockJump(jump));
    said.append(words::onlyTheHistory());
    return said.join(u'\n');
}

} // namespace

AuditPage::AuditPage(const Services &services, const Navigator &navigator, QWidget *parent)
    : Page(services, navigator, parent)
    , m_background(std::make_unique<Background>())
    , m_stop(std::make_shared<std::atomic<bool>>(false))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(12);
    auto *title = wrappingLine(10);
    title->addWidget(label(tr("Audit"), "title"));
    title->addWidget(label(tr("everything that was done or looked at, newest first"), "soft"));
    pushRight(title);
    m_verify = button(tr("&Check the history"));
    m_verify->setObjectName(u"verifyHistory"_s);
    connect(m_verify, &QPushButton::clicked, this, &AuditPage::verify);
    auto *seal = button(tr("Print control number&s"));
    seal->setObjectName(u"printSeal"_s);
    connect(seal, &QPushButton::clicked, this, &AuditPage::printSeal);
    m_export = button(tr("E&xport CSV"));
    m_export->setObjectName(u"exportAudit"_s);
    connect(m_export, &QPushButton::clicked, this, &AuditPage::exportCsv);
    m_export->setEnabled(services.records.session().may(Act::ExportHistory, Category::House));
    title->addWidget(m_verify);
    title->addWidget(seal);
    title->addWidget(m_export);
    layout->addLayout(title);
    m_state = label({}, "", true);
    m_state->setObjectName(u"auditState"_s);
    m_state->hide();
    layout->addWidget(m_state);
    auto *card = new Card;
    card->body()->addLayout(buildFilters());
    m_problem = label({}, "problem", true);
    m_problem->setObjectName(u"auditProblem"_s);
    m_problem->hide();
    card->body()->addWidget(m_problem);
    buildTable(card);
    m_older = button(tr("&Older entries"));
    connect(m_older, &QPushButton::clicked, this, &AuditPage::older);
    card->body()->addWidget(m_older, 0, Qt::AlignLeft);
    layout->addWidget(card, 1);
    reload();
    m_what->setFocus();
}

void AuditPage::buildTable(Card *card)
{
    m_table = new QTableWidget(0, 5);
    m_table->setObjectName(u"auditTable"_s);
    m_table->setAccessibleName(tr("Audit"));
    m_table->setHorizontalHeaderLabels(auditColumns());
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Theme::scaled(30));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setMinimumHeight(Theme::scaled(320));
    card->body()->addWidget(m_table);
    constexpr int kRanks[] = {4, 1, 2, 0, 3}; // what was done, and when
    card->body()->addWidget(new TableFit(
        m_table, {.rank = [kRanks](int column) { return kRanks[column]; }, .widest = 3, .mostLines = 12})); // no entry is cut off
}

AuditPage::~AuditPage()
{
    m_stop->store(true); // a lock never waits for long
    m_background.reset();
}

bool AuditPage::isBusy() const { return m_background->isBusy(); }

QLayout *AuditPage::buildFilters()
{
    auto *line = wrappingLine(8);
    m_what = new ChoiceBox;
    m_what->setObjectName(u"auditWhat"_s);
    for (const QString &text : {tr("Everything"), tr("Changes"), tr("Looked at and searched"), tr("Printed, exported, shared"),
             tr("Sign-ins and passwords"), tr("Backups, restores, erasures, warnings")})
        m_what->addItem(text);
    m_staff = new ChoiceBox;
    m_staff->setObjectName(u"auditStaff"_s);
    m_staff->addItem(tr("Everybody"), 0);
    const auto staff = m_services.audit.staff();
    for (const auto &[id, name] : staff ? *staff : QList<QPair<Id<Staff>, QString>>())
        m_staff->addItem(name, id.value);
    const auto add = [&](const QString &title, QWidget *field) { line->addWidget(titled(title, field)); };
    m_from = new QLineEdit;
    m_until = new QLineEdit;
    for (QLineEdit *day : {m_from, m_until}) {
        day->setPlaceholderText(tr("14/9, today, -2w"));
        day->setFixedWidth(Theme::scaled(150));
        connect(day, &QLineEdit::editingFinished, this, &AuditPage::showAnew);
    }
    m_from->setObjectName(u"auditFrom"_s);
    m_until->setObjectName(u"auditUntil"_s);
    add(tr("Show"), m_what);
    add(tr("By"), m_staff);
    add(tr("From"), m_from);
    add(tr("Until"), m_until);
    m_resident = new QLineEdit;
    m_resident->setObjectName(u"auditResident"_s);
    m_resident->setPlaceholderText(tr("P-0031"));
    m_resident->setFixedWidth(Theme::scaled(90));
    connect(m_resident, &QLineEdit::editingFinished, this, &AuditPage::showAnew);
    add(tr("Resident no."), m_resident);
    pushRight(line);
    for (QComboBox *combo : {m_what, m_staff})
        connect(combo, &QComboBox::currentIndexChanged, this, &AuditPage::showAnew);
    return line;
}

AuditRequest AuditPage::request() const
{
    AuditRequest wanted;
    wanted.what = AuditRequest::What(m_what->currentIndex());
    wanted.staff = m_staff->currentData().toLongLong();
    const QDate today = m_services.records.today();
    wanted.from = dayFromText(m_from->text(), today, kHappened);
    wanted.until = dayFromText(m_until->text(), today, kHappened);
    wanted.resident = m_resident->text();
    wanted.limit = kLinesShown;
    return wanted;
}

void AuditPage::reload()
{
    readAnew(IfGone::Neighbour, [this] { read(int(m_lines.size())); });
}

void AuditPage::showAnew()
{
    readAnew(IfGone::First, [this] { read(0); });
}

void AuditPage::readAnew(IfGone ifGone, const std::function<void()> &reading)
{
    const auto rowOf = [this](qint64 sequence) {
        const auto found
            = std::find_if(m_lines.cbegin(), m_lines.cend(), [&](const HistoryLine &line) { return line.sequence == sequence; });
        return found == m_lines.cend() ? -1 : int(found - m_lines.cbegin());
    };
    keepingPlace(
        m_table, ifGone, [this](int row) { return m_lines.at(row).sequence; }, rowOf, reading);
}

void AuditPage::read(int atLeast)
{
    m_table->setRowCount(0);
    m_lines.clear();
    AuditRequest wanted = request();
    wanted.limit = std::max(kLinesShown, atLeast);
    if (!isRead(wanted))
        return;
    const auto lines = m_services.audit.list(wanted);
    if (!lines) {
        refuse(lines.error().kind == ErrorKind::NotFound ? tr("No resident has this number.") : words::error(lines.error()));
        return;
    }
    tellOnPage(m_problem, {});
    showLines(*lines);
    m_older->setVisible(lines->size() == wanted.limit);
    noteRead(wanted);
}

/// After the page stands; each part of the history once.
void AuditPage::noteRead(const AuditRequest &wanted)
{
    if (m_isNoted && wanted == m_noted)
        return;
    m_isNoted = true;
    m_noted = wanted;
    QTimer::singleShot(0, this, [this, wanted] { m_services.audit.noteRead(wanted); });
}

bool AuditPage::isRead(const AuditRequest &wanted)
{
    for (const auto &[day, read] : {std::pair(m_from, wanted.from), std::pair(m_until, wanted.until)})
        if (!read && !day->text().trimmed().isEmpty()) { // everything would look like an answer
            refuse(tr("“%1” is no day. Type 14/9, today or -2w.").arg(day->text().trimmed()));
            return false;
        }
    return true;
}

void AuditPage::refuse(const QString &sentence)
{
    tellOnPage(m_problem, sentence);
    m_older->hide();
}

void AuditPage::showLines(const QList<HistoryLine> &lines)
{
    for (const HistoryLine &line : lines)
        addLine(m_table, auditCells(m_services, line));
    hearCells(m_table);
    m_lines += lines;
}

void AuditPage::older()
{
    AuditRequest wanted = request();
    wanted.before = m_lines.isEmpty() ? 0 : m_lines.last().sequence;
    const auto lines = m_services.audit.list(wanted);
    if (!lines)
        return;
    showLines(*lines);
    m_older->setVisible(lines->size() == kLinesShown);
}

void AuditPage::verify()
{
    const auto job = m_services.audit.verification();
    if (!job || isBusy())
        return;
    m_state->setText(tr("Reading every entry …"));
    m_state->show();
    m_verify->setEnabled(false);
    m_background->ask([job = *job, stop = m_stop] { return job([stop] { return stop->load(); }); },
        [this](const Result<AuditReport> &report) {
            m_verify->setEnabled(true);
            m_state->setText(report ? saidOf(*report) : words::error(report.error()));
            if (!report)
                return;
            Q_UNUSED(bool(m_services.audit.verified(*report)));
            reload();
        });
}

void AuditPage::printSeal()
{
    const auto seals = m_services.audit.seals(kSealDays);
    if (!seals) {
        m_navigator.refuse(seals.error());
        return;
    }
    m_navigator.preview({.document = print::sealDocument(m_services, *seals),
        .title = tr("Control numbers of the history"),
        .fileName = u"control-numbers"_s});
}

void AuditPage::exportCsv()
{
    if (!isRead(request()))
        return;
    const FileQuestion question{.title = tr("Export CSV"),
        .wanted = FileQuestion::Wanted::NewFile,
        .name = u"history.csv"_s,
        .filter = tr("CSV files (*.csv)"),
        .suffix = u"csv"_s};
    askForFile(this, question, [this, request = request()](const QString &path) {
        withPassword(
            this, m_services, tr("Export the history of the house"), [this] { return m_services.records.checkConfirmed(); },
            [this, request, path](const Done &confirmed) {
                if (confirmed)
                    exportTo(path, request);
                else
                    m_navigator.refuse(confirmed.error());
            });
    });
}

void AuditPage::exportTo(const QString &path, const AuditRequest &request)
{
    auto *job = new AuditExport(m_services, request, path, this);
    m_export->setEnabled(false);
    m_state->show();
    connect(job, &AuditExport::reading, this, [this](int entries) { m_state->setText(tr("Reading … entries: %1").arg(entries)); });
    connect(job, &AuditExport::finished, this, [this](const Done &done, int entries) {
        m_export->setEnabled(true);
        m_state->setText(done ? tr("Entries exported: %1. This stands in the disclosure log.").arg(entries) : words::error(done.error()));
        reload();
    });
}

} // namespace keywork
