// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

QT_BEGIN_NAMESPACE
class QThread;
QT_END_NAMESPACE

namespace keywork {

/// Runs what takes longer than 50 ms beside the window. The only place that starts a thread; it holds no SQL, a job
/// that needs the file opens its own connection inside.
class Background : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Waits for what runs; what it would have reported is dropped.
    ~Background() override;

    /// `work` runs in a thread of its own, then `done` in the thread of this object.
    void run(std::function<void()> work, std::function<void()> done);
    /// The same for work that has an answer: `done(answer)`.
    template <class Work, class Then> void ask(Work work, Then done)
    {
        auto answer = std::make_shared<std::optional<std::invoke_result_t<Work>>>();
        run([work = std::move(work), answer] { answer->emplace(work()); }, [answer, done = std::move(done)] { done(std::move(**answer)); });
    }
    bool isBusy() const { return !m_threads.isEmpty(); }

private:
    QList<QThread *> m_threads;
};

} // namespace keywork
