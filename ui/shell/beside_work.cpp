// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/beside_work.h"

#include "core/base/background.h"
#include "core/services/keeping/backups.h"
#include "ui/text/words_errors.h"

namespace keywork {

namespace {
constexpr int kAfterSignInMs = 4000; // the first screens come first
constexpr int kEveryTenMinutes = 10 * 60 * 1000;
} // namespace

BesideWork::BesideWork(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    connect(&m_due, &QTimer::timeout, this, &BesideWork::backUpWhenDue);
}

BesideWork::~BesideWork() { stop(); }

void BesideWork::begin(const std::shared_ptr<OpenHostel> &hostel) { m_hostel = hostel; }

void BesideWork::keepGoing()
{
    if (m_found && !m_hostel->lastCheck())
        m_hostel->noteCheck(*m_found); // damage does not mend by signing in again
    m_due.start(kEveryTenMinutes);
    if (m_checkedOn != m_clock.today())
        QTimer::singleShot(kAfterSignInMs, &m_hostel->notifier(), [this] { check(); });
}

void BesideWork::stop()
{
    m_due.stop();
    if (m_stop)
        m_stop->store(true);
    m_checking.reset();
    m_background.reset(); // waits; what it would have reported is dropped
}

void BesideWork::leave()
{
    stop();
    if (m_hostel && m_hostel->lastCheck())
        m_found = m_hostel->lastCheck();
    m_hostel.reset();
}

void BesideWork::forgetCheck()
{
    m_checkedOn = {};
    m_found.reset();
}

bool BesideWork::isChecking() const { return m_checking && m_checking->isBusy(); }

bool BesideWork::isBackingUp() const { return m_background && m_background->isBusy(); }

std::shared_ptr<std::atomic<bool>> BesideWork::stopper()
{
    m_stop = m_stop && !m_stop->load() ? m_stop : std::make_shared<std::atomic<bool>>(false);
    return m_stop;
}

void BesideWork::check()
{
    if (!m_hostel || isChecking())
        return;
    m_checking = std::make_unique<Background>();
    m_checking->ask([job = m_hostel->quietCheck(), stop = stopper()] { return job([stop] { return stop->load(); }); },
        [this](const Result<FileCheck> &found) {
            if (!found)
                return; // broken off, or no memory for it: at the next sign-in, or by hand under Backups
            m_checkedOn = m_clock.today();
            m_hostel->noteCheck(*found);
        });
}

void BesideWork::backUpWhenDue()
{
    if (m_hostel && m_due.isActive() && !isBackingUp() && m_hostel->services().backups.isDue())
        backUp([] {});
}

void BesideWork::backUp(std::function<void()> after)
{
    const auto job = m_hostel->services().backups.job();
    if (!job) {
        after();
        return;
    }
    m_background = std::make_unique<Background>();
    m_background->ask([job = *job, stop = stopper()] { return job([stop] { return stop->load(); }); },
        [this, after = std::move(after)](const Result<BackupMade> &made) {
            Q_UNUSED(bool(m_hostel->services().backups.finished(made)));
            if (made)
                Q_EMIT said(tr("Backup made"));
            else
                Q_EMIT refused(tr("The backup could not be made: %1").arg(words::error(made.error())));
            if (!made && made.error().kind == ErrorKind::Damaged && m_due.isActive())
                check(); // the file, or only what was written to the stick?
            after();
        });
}

void BesideWork::rewrite(std::function<Result<NextFile>()> job, std::function<void(const Result<NextFile> &)> after)
{
    stop();
    m_background = std::make_unique<Background>();
    m_background->ask(std::move(job), [this, after = std::move(after)](const Result<NextFile> &next) {
        QTimer::singleShot(0, this, [this, next, after] { // the worker that reports is taken down first
            stop();
            m_hostel.reset();
            after(next);
        });
    });
}

} // namespace keywork
